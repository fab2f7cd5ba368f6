/// Base 64 (RFC 4648 §4).
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte as a digit; 255 for what is none. `-` and `_` count as the digits of the URL alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()

  /// The ASCII digits of `bytes`, padded, without line breaks.
  public static func encode(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { target, count in
      var index = 0
      while index < bytes.count {
        let left = bytes.count - index
        let word =
          UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
          | (left > 2 ? UInt32(bytes[index + 2]) : 0)
        for digit in 0..<4 {
          let value = alphabet[Int(word >> UInt32(18 - digit * 6) & 63)]
          target[count + digit] = digit > left ? UInt8(ascii: "=") : value
        }
        count += 4
        index += 3
      }
    }
  }

  /// The bytes behind `digits`, passing over white space; nil at anything else that is no digit.
  public static func decode(_ digits: some Sequence<UInt8>) -> [UInt8]? {
    Array(digits).withUnsafeBufferPointer { decode($0) }
  }

  /// The bytes behind `digits`, passing over white space; nil at anything else that is no digit.
  public static func decode(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isValid = true
    let bytes = [UInt8](unsafeUninitializedCapacity: digits.count / 4 * 3 + 3) { target, count in
      isValid = decode(digits, into: target, &count)
    }
    return isValid ? bytes : nil
  }

  private static func decode(
    _ digits: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) -> Bool {
    values.withUnsafeBufferPointer { values in
      var word: UInt32 = 0
      var held = 0
      var ended = false
      for digit in digits {
        let value = values[Int(digit)]
        if value < 64, !ended {
          word = word << 6 | UInt32(value)
          held += 6
          if held >= 8 {
            held -= 8
            target[count] = UInt8(truncatingIfNeeded: word >> UInt32(held))
            count += 1
          }
        } else if digit == UInt8(ascii: "=") {
          ended = true
        } else if digit != 0x20, digit != 0x09, digit != 0x0a, digit != 0x0d {
          return false
        }
      }
      return held != 6
    }
  }
}
