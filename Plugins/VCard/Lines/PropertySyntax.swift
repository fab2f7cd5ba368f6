import KithCore

/// How the value of a property is made, as the RFC that defines it says.
package struct PropertySyntax: Sendable {
  package enum Shape: Sendable {
    /// One value, in which separators mean nothing.
    case single
    /// Values between commas.
    case list
    /// Components between semicolons, each of them a list. The first `least` are there even if they are empty
    /// (RFC 6350 §6.2.2, §6.3.1).
    case components([StaticString], least: Int)
    /// Components between semicolons, in which commas mean nothing.
    case parts
  }

  /// The name of the type that a value has where no VALUE parameter says otherwise: `text`, `uri`; nil for a property
  /// that is not known here.
  package let type: String?
  package let shape: Shape

  init(_ type: String?, _ shape: Shape = .single) {
    self.type = type
    self.shape = shape
  }

  /// - Parameter name: in upper case.
  package static func of(_ name: String) -> PropertySyntax { known[name] ?? unknown }

  /// The types that a value may have (RFC 6350 §4).
  package static let types: Set<String> = [
    "text", "uri", "date", "time", "date-time", "date-and-or-time", "timestamp", "boolean", "integer", "float",
    "utc-offset", "language-tag",
  ]

  private static let unknown = PropertySyntax(nil)

  /// RFC 6350 §6, RFC 6474, RFC 6715, RFC 8605, RFC 9554, RFC 9555, and what kith writes itself.
  private static let known: [String: PropertySyntax] = {
    var known: [String: PropertySyntax] = [
      "N": PropertySyntax("text", .components(name, least: 5)),
      "ADR": PropertySyntax("text", .components(address, least: 7)),
      "GENDER": PropertySyntax("text", .components(["sex", "identity"], least: 1)),
      "ORG": PropertySyntax("text", .parts),
      "CLIENTPIDMAP": PropertySyntax("text", .components(["sourceid", "uri"], least: 2)),
      "NICKNAME": PropertySyntax("text", .list), "CATEGORIES": PropertySyntax("text", .list),
    ]
    for name in texts { known[name] = PropertySyntax("text") }
    for name in addresses { known[name] = PropertySyntax("uri") }
    for name in ["BDAY", "ANNIVERSARY", "DEATHDATE"] { known[name] = PropertySyntax("date-and-or-time") }
    for name in ["REV", "CREATED"] { known[name] = PropertySyntax("timestamp") }
    for name in ["LANG", "LANGUAGE"] { known[name] = PropertySyntax("language-tag") }
    return known
  }()

  private static let texts = [
    "KIND", "XML", "FN", "TEL", "EMAIL", "TZ", "TITLE", "ROLE", "NOTE", "PRODID", "BIRTHPLACE", "DEATHPLACE",
    "EXPERTISE", "HOBBY", "INTEREST", "GRAMGENDER", "PRONOUNS", "JSPROP", "X-ABLABEL", "X-KITH-FIELD", "X-KITH-UID",
    "X-KITH-FOREIGN-UID", "X-KITH-KIND",
  ]

  private static let addresses = [
    "SOURCE", "PHOTO", "IMPP", "GEO", "LOGO", "MEMBER", "RELATED", "SOUND", "UID", "URL", "KEY", "FBURL", "CALADRURI",
    "CALURI", "ORG-DIRECTORY", "CONTACT-URI", "SOCIALPROFILE",
  ]

  /// As RFC 6351 calls them; the last two are of RFC 9554 §2.2.
  private static let name: [StaticString] = [
    "surname", "given", "additional", "prefix", "suffix", "surname2", "generation",
  ]

  /// As RFC 6351 calls them; those after the seventh are of RFC 9554 §2.1.
  private static let address: [StaticString] = [
    "pobox", "ext", "street", "locality", "region", "code", "country", "room", "apartment", "floor", "streetnumber",
    "streetname", "building", "block", "subdistrict", "district", "landmark", "direction",
  ]
}
