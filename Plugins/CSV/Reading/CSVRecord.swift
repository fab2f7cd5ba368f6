/// One record of a CSV file; valid until its reader reads the next one.
struct CSVRecord {
  /// Where a field lies in the buffer of the reader.
  struct Slot {
    var start: Int
    var count: Int
    /// It still has its quotes and doubled quotes.
    var isMessy = false
  }

  let base: UnsafePointer<UInt8>
  let slots: UnsafePointer<Slot>
  /// How many fields can be asked for.
  let count: Int
  /// How many fields the record has, beyond the reader's limit too.
  let totalCount: Int
  /// 1-based line on which the record began.
  let line: Int
  let problem: Problem?
  let decoder: CSVTextDecoder
  /// Keeps the buffer alive.
  let reader: CSVReader

  enum Problem {
    /// A quote was opened and never closed; it was taken as a character like any other.
    case unclosedQuote
    /// Longer than the limit; there are no fields.
    case tooLong
  }

  /// The bytes of a field, without its quotes.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + slots[index].start, count: slots[index].count)
  }

  /// The bytes of a field; none for a field that the record is too short to have, or for no field.
  @inline(__always)
  func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    index >= 0 && index < count ? self[index] : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The text of a field; empty for a field that the record is too short to have.
  func text(_ index: Int) -> String {
    guard index < count, slots[index].count > 0 else { return "" }
    return decoder.text(self[index])
  }

  var texts: [String] { (0..<count).map(text) }
}
