/// Eight hexadecimal digits at a time, as the bytes of a word, the first digit in the highest byte.
enum HexDigits {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The 32-bit number that the digits, in either case, spell.
  @inline(__always)
  static func value(_ digits: UInt64) -> UInt64? {
    let letters = digits >> 6 & ones
    let nibbles = (digits & (ones &* 0x0f)) &+ letters &* 9
    let lowerCase = digits | (digits & (ones &* 0x40)) >> 1
    guard nibbles & (ones &* 0xf0) == 0, text(nibbles) == lowerCase else { return nil }
    let bytes = (nibbles >> 4 | nibbles) & 0x00ff_00ff_00ff_00ff
    let words = (bytes >> 8 | bytes) & 0x0000_ffff_0000_ffff
    return (words >> 16 | words) & 0xffff_ffff
  }

  /// The digits of a 32-bit number, letters in lower case.
  @inline(__always)
  static func digits(of value: UInt64) -> UInt64 {
    let words = (value << 16 | value) & 0x0000_ffff_0000_ffff
    let bytes = (words << 8 | words) & 0x00ff_00ff_00ff_00ff
    return text((bytes << 4 | bytes) & (ones &* 0x0f))
  }

  /// A nibble in each byte becomes its digit.
  @inline(__always)
  private static func text(_ nibbles: UInt64) -> UInt64 {
    nibbles &+ ones &* 0x30 &+ ((nibbles &+ ones &* 6) >> 4 & ones) &* 0x27
  }
}
