/// The parts of a structured or list value, still escaped, at each separator that no backslash precedes.
struct EscapedParts: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var isOver = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: Unicode.Scalar) {
    rest = bytes
    self.separator = UInt8(ascii: separator)
  }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    if isOver { return nil }
    var index = 0
    while index < rest.count, rest[index] != separator { index += rest[index] == 0x5c ? 2 : 1 }
    guard index < rest.count else {
      isOver = true
      return rest
    }
    defer { rest = UnsafeBufferPointer(rebasing: rest[(index + 1)...]) }
    return UnsafeBufferPointer(rebasing: rest[..<index])
  }

  /// The texts of a list, without the empty ones.
  static func list(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    if bytes.isEmpty { return [] }
    var texts: [String] = []
    for part in EscapedParts(bytes, separator: ",") {
      let part = ASCII.trimmed(part)
      if !part.isEmpty { texts.append(ByteText.unescaped(part)) }
    }
    return texts
  }

  /// The texts of one part of a structured value. In vCard 2.1 commas separate nothing.
  static func texts(_ part: UnsafeBufferPointer<UInt8>, commasSeparate: Bool) -> [String] {
    if commasSeparate { return list(part) }
    let text = ASCII.trimmed(part)
    return text.isEmpty ? [] : [ByteText.unescaped(text)]
  }
}
