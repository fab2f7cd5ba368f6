#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension JSONReader {
  /// Resolves the escapes of a string's body; a lone surrogate becomes U+FFFD.
  static func unescape(_ body: UnsafeBufferPointer<UInt8>, at offset: Int) throws -> String {
    guard let base = body.baseAddress else { return "" }
    // No escape stands for more bytes than it has itself.
    return try String(unsafeUninitializedCapacity: body.count) { target in
      guard let out = target.baseAddress else { return 0 }
      var length = 0
      var index = 0
      while index < body.count {
        let found = memchr(base + index, 0x5c, body.count - index)
        let run = (found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? body.count) - index
        memcpy(out + length, base + index, run)
        length += run
        index += run
        if index < body.count { index += try unescape(body, at: index, offset: offset, into: target, &length) }
      }
      return length
    }
  }

  /// Resolves the escape at `index`; says how many bytes it had.
  private static func unescape(
    _ body: UnsafeBufferPointer<UInt8>, at index: Int, offset: Int, into target: UnsafeMutableBufferPointer<UInt8>,
    _ length: inout Int
  ) throws -> Int {
    guard index + 1 < body.count else { throw JSONError(offset: offset + index, "an escape that does not end") }
    if body[index + 1] == UInt8(ascii: "u") {
      let (scalar, taken) = try unicodeEscape(body, at: index, offset: offset)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        target[length] = byte
        length += 1
      }
      return taken
    }
    guard let byte = simpleEscape(body[index + 1]) else { throw JSONError(offset: offset + index, "an unknown escape") }
    target[length] = byte
    length += 1
    return 2
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
      guard let digit = Identifier.hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
