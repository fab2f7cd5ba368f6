/// A telephone number without its spelling: the country's code where it is known, and the rest.
public struct PhoneKey: Hashable, Sendable {
  /// The calling code (ITU-T E.164), 0 if nobody said.
  public var country: Int
  /// The national number without trunk prefix, and `#` with an extension.
  public var digits: [UInt8]

  /// Nil under five digits. `home` is the calling code of numbers that say none; 0 if that is not known.
  public init?(_ number: String, home: Int = 0) {
    var number = number
    let scan = number.withUTF8(PhoneScan.init)
    guard let split = PhoneKey.split(scan, home) else { return nil }
    country = split.country
    digits = Array(split.digits)
    guard digits.count >= 5 else { return nil }
    if !scan.extensionDigits.isEmpty { digits += [UInt8(ascii: "#")] + scan.extensionDigits }
  }

  /// Whether the digits are enough to belong to one line in a country.
  public var isWhole: Bool { digits.prefix { $0 != UInt8(ascii: "#") }.count >= 7 }

  private static func split(_ scan: PhoneScan, _ home: Int) -> (country: Int, digits: ArraySlice<UInt8>)? {
    let digits = scan.digits[...]
    if scan.isInternational { return international(digits) }
    let (zero, one) = (UInt8(ascii: "0"), UInt8(ascii: "1"))
    if digits.starts(with: [zero, zero]) { return international(digits.dropFirst(2)) }
    if home == 1, digits.starts(with: [zero, one, one]) { return international(digits.dropFirst(3)) }
    if home <= 1, digits.count == 11, digits.first == one { return (1, digits.dropFirst()) }
    // Italy's zero belongs to the number.
    if digits.first == zero { return (home, home == 39 ? digits : digits.drop { $0 == zero }) }
    let code = Array(String(home).utf8)
    if home > 1, digits.count >= 11, digits.starts(with: code) { return (home, digits.dropFirst(code.count)) }
    return (home, digits)
  }

  private static func international(_ digits: ArraySlice<UInt8>) -> (country: Int, digits: ArraySlice<UInt8>)? {
    let length = codeLength(digits)
    guard digits.count > length, let code = Int(String(decoding: digits.prefix(length), as: UTF8.self)) else {
      return nil
    }
    let rest = digits.dropFirst(length)
    return (code, code == 39 ? rest : rest.drop { $0 == UInt8(ascii: "0") })
  }

  /// One digit for North America and Russia, two for those listed, three for all others.
  private static func codeLength(_ digits: ArraySlice<UInt8>) -> Int {
    let first = digits.prefix(2).map { Int($0) - 0x30 }
    guard first.count == 2 else { return 1 }
    if first[0] == 1 || first[0] == 7 { return 1 }
    return twoDigits.contains(first[0] * 10 + first[1]) ? 2 : 3
  }

  private static let twoDigits: Set<Int> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62,
    63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]
}

/// The digits of a telephone number as it is written.
private struct PhoneScan {
  var digits: [UInt8] = []
  var extensionDigits: [UInt8] = []
  var isInternational = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var isExtension = false
    var isTrunk = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "+") where digits.isEmpty: isInternational = true
      // "+49 (0)30": the zero is dialled within the country alone.
      case UInt8(ascii: "("): isTrunk = isInternational && !digits.isEmpty
      case UInt8(ascii: ")"): isTrunk = false
      case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "#"), UInt8(ascii: ";"):
        isExtension = isExtension || digits.count >= 5
      case 0x30...0x39:
        if isTrunk, byte == UInt8(ascii: "0") {
          isTrunk = false
          continue
        }
        isTrunk = false
        if isExtension { extensionDigits.append(byte) } else { digits.append(byte) }
      default: break
      }
    }
  }
}
