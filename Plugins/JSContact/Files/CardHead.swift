/// Tells a file of Cards by its beginning.
enum CardHead {
  /// Members that only a Card has as objects.
  private static let maps: Set<String> = [
    "emails", "phones", "onlineServices", "addresses", "organizations", "titles", "nicknames", "anniversaries", "notes",
    "personalInfo", "speakToAs", "preferredLanguages", "calendars", "schedulingAddresses", "cryptoKeys", "directories",
    "links", "media", "keywords", "relatedTo", "members", "localizations", "name",
  ]

  /// Whether the first object calls itself a Card, or has two members that only a Card has.
  static func isCard(_ head: [UInt8]) -> Bool {
    var bytes = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head[...]
    func skipSpace() { bytes = bytes.drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) } }
    skipSpace()
    if bytes.first == UInt8(ascii: "[") {
      bytes = bytes.dropFirst()
      skipSpace()
      if bytes.first == UInt8(ascii: "]") { return false }
    }
    guard bytes.first == UInt8(ascii: "{") else { return false }
    var found = 0
    var isNamed = false
    forEachMember(of: Array(bytes)) { key, value in
      if key == "@type" { isNamed = isNamed || value == "Card" }
      if key == "record" { found = -10 }
      if maps.contains(key), value == "{" { found += 1 }
    }
    return isNamed || found > 1
  }

  /// The members of the first object, as far as they are whole: a string's text, or the first character of
  /// anything else.
  private static func forEachMember(of bytes: [UInt8], _ body: (String, String) -> Void) {
    var (depth, index, start) = (0, 0, 0)
    var key: String?
    var isInString = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 1 { take(String(decoding: bytes[start..<index], as: UTF8.self), &key, body) }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): (isInString, start) = (true, index + 1)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if depth == 1, key != nil { take(byte == UInt8(ascii: "{") ? "{" : "[", &key, body) }
          depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ","): if depth == 1 { key = nil }
        default: break
        }
        if depth == 0 { return }
      }
      index += 1
    }
  }

  /// A string is a key, or the value of the key before it.
  private static func take(_ text: String, _ key: inout String?, _ body: (String, String) -> Void) {
    guard let known = key else {
      key = text
      return
    }
    body(known, text)
    key = nil
  }
}
