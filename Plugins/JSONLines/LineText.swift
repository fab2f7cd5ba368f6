import KithCore

/// The checks that a line passes before it is read as JSON.
enum LineText {
  /// Whether the bytes are UTF-8 without NUL. Plain ASCII, the usual case, is told eight bytes at a time.
  static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let hasHighBit = word & 0x8080_8080_8080_8080
      let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if hasHighBit | hasZero != 0 { return UTF8Check.isValid(bytes, from: index) }
      index += 8
    }
    return UTF8Check.isValid(bytes, from: index)
  }

  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var repaired: [UInt8] = []
    for byte in String(decoding: bytes, as: UTF8.self).utf8 {
      if byte == 0 { repaired += [0xef, 0xbf, 0xbd] } else { repaired.append(byte) }
    }
    return repaired
  }
}

/// Well-formed UTF-8 (Unicode 16, table 3-7), NUL excluded.
enum UTF8Check {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        if lead == 0 { return false }
        index += 1
        continue
      }
      let length = lengthOfSequence(bytes, at: index)
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  /// 2, 3 or 4; 0 if the bytes at `index` are no well-formed sequence.
  private static func lengthOfSequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard lead >= 0xc2, lead <= 0xf4, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
    guard second >= lowest, second <= highest else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xc0 != 0x80 { return 0 }
    return length
  }
}
