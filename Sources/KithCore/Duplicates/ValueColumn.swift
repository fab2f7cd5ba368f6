/// What each record of a table has of one sort: none, one or several numbers, side by side for all records.
struct ValueColumn {
  private(set) var values: [Int32] = []
  private var starts: [Int32] = [0]

  mutating func append(_ value: Int32) { values.append(value) }

  /// What was appended since the last record is the next one's.
  mutating func endRecord() { starts.append(Int32(values.count)) }

  func range(_ record: Int) -> Range<Int> { Int(starts[record])..<Int(starts[record + 1]) }

  subscript(record: Int) -> ArraySlice<Int32> { values[range(record)] }

  func isEmpty(_ record: Int) -> Bool { starts[record] == starts[record + 1] }

  /// The first value that both have.
  func shared(_ one: Int, _ other: Int) -> Int32? {
    for position in range(one) {
      for place in range(other) where values[position] == values[place] { return values[position] }
    }
    return nil
  }

  /// Whether both have some and none in common.
  func differs(_ one: Int, _ other: Int) -> Bool {
    !isEmpty(one) && !isEmpty(other) && shared(one, other) == nil
  }
}
