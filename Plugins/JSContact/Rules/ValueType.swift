/// The value types that need not be said, or are said on the way to vCard (RFC 6350 §5.2).
enum ValueType {
  /// The type of a value in the absence of VALUE, or that which ``needed(_:_:)`` adds.
  static func implied(_ name: String, _ text: String) -> String? {
    if let needed = needed(name, text) { return needed }
    switch name {
    case "TEL", "EMAIL", "FN", "N", "NICKNAME", "NOTE", "TITLE", "ROLE", "ORG", "ADR", "PRODID", "KIND", "PRONOUNS",
      "GRAMGENDER", "EXPERTISE", "HOBBY", "INTEREST", "BIRTHPLACE", "DEATHPLACE", "TZ":
      return "text"
    case "LANG", "LANGUAGE": return "language-tag"
    case "CREATED", "REV": return "timestamp"
    case "BDAY", "ANNIVERSARY", "DEATHDATE": return text.contains("T") ? "timestamp" : "date"
    case "RELATED", "UID", "SOCIALPROFILE": return EscapedText.hasScheme(text) ? "uri" : nil
    default: return PropertyRule.byName[name] == nil ? nil : "uri"
    }
  }

  /// The VALUE that a property must have so that its value is read as what it is.
  static func needed(_ name: String, _ text: String) -> String? {
    switch name {
    case "TEL": text.lowercased().hasPrefix("tel:") ? "uri" : nil
    case "RELATED", "UID": EscapedText.hasScheme(text) ? nil : "text"
    case "BIRTHPLACE", "DEATHPLACE": text.lowercased().hasPrefix("geo:") ? "uri" : nil
    default: nil
    }
  }
}
