extension JSONReader {
  /// Resolves the escapes of a string's body; a lone surrogate becomes U+FFFD.
  static func unescape(_ body: UnsafeBufferPointer<UInt8>, at offset: Int) throws -> String {
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var index = 0
    while index < body.count {
      guard body[index] == UInt8(ascii: "\\") else {
        out.append(body[index])
        index += 1
        continue
      }
      guard index + 1 < body.count else { throw JSONError(offset: offset + index, "an escape that does not end") }
      if body[index + 1] == UInt8(ascii: "u") {
        let (scalar, length) = try unicodeEscape(body, at: index, offset: offset)
        out.append(contentsOf: Array(String(scalar).utf8))
        index += length
      } else {
        guard let byte = simpleEscape(body[index + 1]) else {
          throw JSONError(offset: offset + index, "an unknown escape")
        }
        out.append(byte)
        index += 2
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0c
    default: nil
    }
  }

  private static func unicodeEscape(
    _ body: UnsafeBufferPointer<UInt8>, at index: Int, offset: Int
  ) throws -> (Unicode.Scalar, length: Int) {
    guard let first = hex4(body, at: index + 2) else {
      throw JSONError(offset: offset + index, "\\u without four hexadecimal digits")
    }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    if first < 0xdc00, index + 7 < body.count, body[index + 6] == UInt8(ascii: "\\"),
      body[index + 7] == UInt8(ascii: "u"),
      let second = hex4(body, at: index + 8), (0xdc00..<0xe000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    {
      return (scalar, 12)
    }
    return ("\u{fffd}", 6)
  }

  private static func hex4(_ body: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    guard start + 4 <= body.count else { return nil }
    var value: UInt32 = 0
    for byte in body[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
