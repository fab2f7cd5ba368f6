import Foundation

/// Text folded for comparing what people type with what is stored: case, Latin diacritics and width do not count.
public enum SearchKey {
  /// `text` in lower case without diacritics: José is jose, Straße is strasse, Łukasz is lukasz.
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldASCII(text) }
    var text = text
    let folded = text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 2) { target -> String? in
        guard let start = target.baseAddress, let count = LatinFold.table.fold(bytes, into: start) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
      }
    }
    return folded ?? foldByRule(text)
  }

  static func foldByRule(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    // In pieces, because Foundation takes a time that grows with the square of the length.
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let piece = String(String.UnicodeScalarView(rest.prefix(pieceLength)))
      rest = rest.dropFirst(pieceLength)
      fold(piece, into: &folded)
    }
    return String(folded)
  }

  private static let pieceLength = 256

  private static func fold(_ piece: String, into folded: inout String.UnicodeScalarView) {
    for scalar in piece.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if (0x300...0x36f).contains(scalar.value) { continue }
      // One by one: `append(contentsOf:)` makes room for just what it appends, and moves everything each time.
      for letter in (spelledOut(scalar) ?? scalar.properties.lowercaseMapping).unicodeScalars { folded.append(letter) }
    }
  }

  private static func foldASCII(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5a).contains($0) }) else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count) { target in
      var index = 0
      for byte in text.utf8 {
        target[index] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
        index += 1
      }
      return index
    }
  }

  /// Letters that no decomposition takes apart.
  private static func spelledOut(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß", "ẞ": "ss"
    case "ø", "Ø": "o"
    case "ł", "Ł": "l"
    case "đ", "Đ", "ð", "Ð": "d"
    case "æ", "Æ": "ae"
    case "œ", "Œ": "oe"
    case "þ", "Þ": "th"
    case "ı": "i"
    case "ς": "σ"
    default: nil
    }
  }

  /// The folded words of `text`: runs of letters, marks and digits.
  public static func words(_ text: String) -> [String] {
    let folded = fold(text)
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      return folded.utf8.split { !isASCIIWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    return folded.unicodeScalars.split { !isPartOfWord($0) }.map { String(String.UnicodeScalarView($0)) }
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// The last nine digits of a phone number, which is what stays the same however it is written; nil under five digits.
  public static func phone(_ number: String) -> String? {
    let digits = number.utf8.filter { (0x30...0x39).contains($0) }
    return digits.count < 5 ? nil : String(decoding: digits.suffix(9), as: UTF8.self)
  }

  public static func email(_ address: String) -> String {
    fold(address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address)
  }

  /// Without scheme, `www.`, query and trailing slash.
  public static func link(_ url: String) -> String {
    var text = fold(url).utf8[...]
    if let address = afterScheme(text) { text = address }
    if text.starts(with: "www.".utf8) { text = text.dropFirst(4) }
    text = text.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    while text.last == UInt8(ascii: "/") { text = text.dropLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private static func afterScheme(_ url: Substring.UTF8View) -> Substring.UTF8View? {
    var rest = url
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[colon...].dropFirst()
      if rest.starts(with: "//".utf8) { return rest.dropFirst(2) }
    }
    return nil
  }
}
