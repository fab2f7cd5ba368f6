/// `tel:+1-555-0100;ext=5` (RFC 3966) and the number that people write, `+1-555-0100 x5`.
enum TelephoneURI {
  private static let extensionMark = ";ext="

  /// The number in `text`, which may be such a URI.
  static func number(of text: String) -> String {
    guard text.utf8.count > 4, text.utf8.prefix(4).elementsEqual("TEL:".utf8, by: { ASCII.upper($0) == $1 }) else {
      return text
    }
    let number = text.utf8.dropFirst(4)
    guard let mark = firstExtension(in: number) else { return String(Substring(number)) }
    let digits = number[number.index(mark, offsetBy: extensionMark.utf8.count)...]
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return String(Substring(number)) }
    return String(Substring(number[..<mark])) + " x" + String(Substring(digits))
  }

  private static func firstExtension(in number: Substring.UTF8View) -> String.Index? {
    var index = number.startIndex
    while let semicolon = number[index...].firstIndex(of: UInt8(ascii: ";")) {
      if number[semicolon...].starts(with: extensionMark.utf8) { return semicolon }
      index = number.index(after: semicolon)
    }
    return nil
  }

  /// The URI of a number; a number that is a URI of another scheme stays as it is.
  static func uri(of number: String) -> String {
    if number.utf8.contains(UInt8(ascii: ":")) { return number }
    guard let mark = number.utf8.lastIndex(of: UInt8(ascii: "x")), mark > number.startIndex else {
      return "tel:" + number
    }
    let (before, digits) = (number.utf8.index(before: mark), number.utf8[mark...].dropFirst())
    guard number.utf8[before] == 0x20, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return "tel:" + number
    }
    return "tel:" + number[..<before] + extensionMark + String(Substring(digits))
  }
}
