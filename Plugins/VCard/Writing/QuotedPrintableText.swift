/// Quoted-printable as vCard 2.1 has it (RFC 2045 §6.7): lines of at most 76 octets, soft breaks between characters.
///
/// A line that goes on never begins with white space, which some readers take for a fold, and never holds a `:`, so that
/// none takes it for a property.
struct QuotedPrintableText {
  static let lineLimit = 76
  /// A backslash that escapes nothing, in a value that waits to be encoded.
  static let backslash: UInt8 = 1

  private(set) var bytes: [UInt8] = []
  private var column: Int
  private var isFirstLine = true

  /// - Parameter column: how long the line is already.
  init(_ value: UnsafeBufferPointer<UInt8>, after column: Int) {
    self.column = column
    bytes.reserveCapacity(value.count * 2)
    var index = 0
    while index < value.count {
      let length = QuotedPrintableText.lengthOfCharacter(at: index, in: value)
      put(value, index..<index + length)
      index += length
    }
  }

  private static func lengthOfCharacter(at start: Int, in value: UnsafeBufferPointer<UInt8>) -> Int {
    if value[start] < 0x80 { return 1 }
    var end = start + 1
    while end < value.count, end < start + 4, value[end] & 0xc0 == 0x80 { end += 1 }
    return end - start
  }

  private mutating func put(_ value: UnsafeBufferPointer<UInt8>, _ character: Range<Int>) {
    let byte = value[character.lowerBound]
    let isLast = character.upperBound == value.count
    if byte == 0x0a {
      makeRoom(for: 6)
      put(encoded: 0x0d)
      put(encoded: 0x0a)
      if !isLast { breakLine() }
    } else if isPlain(byte, isLast: isLast) {
      // An escaped separator stays in one piece.
      makeRoom(for: byte == 0x5c ? 2 : 1)
      if needsCode(byte) { return put(codeOf: byte) }
      bytes.append(byte)
      column += 1
    } else {
      makeRoom(for: character.count * 3)
      for index in character { put(encoded: value[index]) }
    }
  }

  private func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
    switch byte {
    case 0x20, 0x09: !isLast
    case UInt8(ascii: "="), 0..<0x20, 0x7f...0xff: false
    default: true
    }
  }

  private func needsCode(_ byte: UInt8) -> Bool {
    if byte == 0x20 || byte == 0x09 { return column == 0 }
    return byte == UInt8(ascii: ":") && !isFirstLine
  }

  private mutating func put(codeOf byte: UInt8) {
    makeRoom(for: 3)
    put(encoded: byte)
  }

  private mutating func put(encoded byte: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    let value = byte == QuotedPrintableText.backslash ? 0x5c : byte
    bytes.append(UInt8(ascii: "="))
    bytes.append(digits.utf8Start[Int(value >> 4)])
    bytes.append(digits.utf8Start[Int(value & 15)])
    column += 3
  }

  /// Room is kept for the `=` of a soft break.
  private mutating func makeRoom(for count: Int) {
    if column + count + 1 > QuotedPrintableText.lineLimit { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(contentsOf: [UInt8(ascii: "="), 0x0d, 0x0a])
    column = 0
    isFirstLine = false
  }
}
