/// Finds the end of a string, eight bytes at a time.
enum JSONStringScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The position of the closing quote of the string whose body begins at `start`.
  static func end(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ hasEscapes: inout Bool
  ) throws -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    while position < raw.count {
      if position + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let found = meaning(UInt64(littleEndian: word))
        position += found == 0 ? 8 : found.trailingZeroBitCount >> 3
        if found == 0 { continue }
      }
      let byte = raw[position]
      if byte == UInt8(ascii: "\"") { return position }
      if byte < 0x20 { throw JSONError(offset: position, "a control character in a string") }
      if byte == UInt8(ascii: "\\") { hasEscapes = true }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    throw JSONError(offset: start, "a string that does not end")
  }

  /// The lowest bit set marks the first quote, backslash or control character of the eight; 0 if there is none.
  @inline(__always)
  private static func meaning(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5c)
    let found = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
    return found & 0x8080_8080_8080_8080
  }
}
