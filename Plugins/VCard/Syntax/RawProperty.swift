/// A run of bytes, from the start of its card.
struct ByteRange {
  var start: Int32
  var count: Int32

  init(_ start: Int, _ count: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
  }

  static let empty = ByteRange(0, 0)
}

/// One property of a card as it stands in the file: unfolded, split, nothing decoded but quoted-printable and CHARSET.
struct RawProperty {
  var kind: PropertyKind
  /// Whether the value is among the texts that the reader made, and not in the file's bytes.
  var isConverted = false
  var group: ByteRange
  var name: ByteRange
  /// Everything between the first `;` and the `:`.
  var parameters: ByteRange
  var value: ByteRange
  /// 1-based line of the file.
  var line: Int

  /// Splits an unfolded line; nil if it has no colon.
  init?(_ line: UnsafeBufferPointer<UInt8>, at start: Int, number: Int) {
    guard let head = PropertyHead(line) else { return nil }
    group = ByteRange(start + head.group.lowerBound, head.group.count)
    name = ByteRange(start + head.name.lowerBound, head.name.count)
    parameters = ByteRange(start + head.parameters.lowerBound, head.parameters.count)
    value = ByteRange(start + head.colon + 1, line.count - head.colon - 1)
    kind = PropertyKind(UnsafeBufferPointer(rebasing: line[head.name]))
    self.line = number
  }
}

/// Where the parts of a property's head are: `group.NAME;parameters:`.
struct PropertyHead {
  var group: Range<Int>
  var name: Range<Int>
  var parameters: Range<Int>
  var colon: Int

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < line.count, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    var nameStart = index
    var dot: Int?
    scan: while index < line.count {
      switch line[index] {
      case UInt8(ascii: ":"), UInt8(ascii: ";"): break scan
      case UInt8(ascii: "."): dot = index
      default: break
      }
      index += 1
    }
    guard index < line.count else { return nil }
    group = nameStart..<nameStart
    if let dot {
      group = nameStart..<dot
      nameStart = dot + 1
    }
    name = PropertyHead.trimmed(nameStart..<index, in: line)
    parameters = index..<index
    colon = index
    if line[index] == UInt8(ascii: ";") {
      guard let found = PropertyHead.colon(after: index, in: line) else { return nil }
      colon = found
      parameters = index + 1..<found
    }
  }

  /// The first colon outside quotation marks, or the first at all where the marks do not match.
  private static func colon(after start: Int, in line: UnsafeBufferPointer<UInt8>) -> Int? {
    var isQuoted = false
    var first: Int?
    for index in start..<line.count {
      if line[index] == UInt8(ascii: ":") {
        if !isQuoted { return index }
        if first == nil { first = index }
      } else if line[index] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      }
    }
    return first
  }

  private static func trimmed(_ range: Range<Int>, in line: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, line[upper - 1] == 0x20 || line[upper - 1] == 0x09 { upper -= 1 }
    while lower < upper, line[lower] == 0x20 || line[lower] == 0x09 { lower += 1 }
    return lower..<upper
  }
}
