import KithCore

/// Entities that a form must carry unharmed.
enum SampleEntities {
  static let id = Identifier(high: 0x0123_4567_89ab_4def, low: 0x8123_4567_89ab_cdef)
  private static let then = Timestamp(secondsSince1970: 0)

  static func person(_ name: String) -> Entity { Entity(id: id, kind: .person, name: name, created: then) }

  /// Texts that mean something to a form, a terminal or an editor.
  static let hostile = [
    "", " ", "\t", "\n", "\n\n", "\r\n", "a\nb", "a\n\nb", "a\n", "\na", "  a  ", "a \n b", "# a", "a\n# b", ":",
    "a: b",
    "Name: x", "\\", "\\u{41}", "\\u{}", "\\u{zz}", "\\u{", "\u{1b}]0;x\u{7}", "\u{202e}abc", "\u{0}", "\u{85}",
    "\u{2028}", "\u{feff}", "\u{301}x", "[x] y", "work [a] b", "work", "=cmd", "a = b = c", "; ;", "é", "e\u{301}", "😀",
    "END:VCARD", "]]>", "-rf", "../", "a\n\n\n  b\n\n", "\u{a0}x\u{a0}",
  ]

  static func hostilePerson(_ text: String) -> Entity {
    let details = ContactDetails(
      types: ["work", text], label: text, preference: 3, group: "item1",
      parameters: [Parameter(name: "X", values: [text])])
    var entity = person("x" + text)
    entity.personName = PersonName(family: [text, "y"], given: [text], suffixes: [text, text])
    entity.nicknames = [text, text]
    entity.emails = [EmailAddress(text, details: details), EmailAddress(text), EmailAddress("a@b", details: details)]
    entity.phones = [PhoneNumber(text, details: details), PhoneNumber("+44 20 7946 0000")]
    entity.addresses = [
      PostalAddress(street: [text, text], locality: [text], formatted: text, details: details),
      PostalAddress(formatted: text, details: details), PostalAddress(details: details), PostalAddress(),
      PostalAddress(street: ["", ""], details: ContactDetails(label: text)),
    ]
    entity.onlineServices = [
      OnlineService(service: text, uri: text, user: text, details: details), OnlineService(uri: "xmpp:a@b"),
      OnlineService(), OnlineService(user: text),
    ]
    entity.links = [Link(text, details: details), Link("https://example.com")]
    let date = PartialDate("--04-12")!
    entity.anniversaries = [
      Anniversary(.other, on: date, details: details), Anniversary(.birth, on: date, details: details),
      Anniversary(.other, on: date), Anniversary(.birth, on: date),
    ]
    entity.period = Period(start: PartialDate("2026"), endedAtUnknownDate: true)
    entity.notes = [text, "a\n" + text, text + "\nb"]
    entity.tags = [text, "a"]
    entity.customFields = [
      CustomField(text, text), CustomField(text, text, isPrivate: true), CustomField("a", text), CustomField("", "b"),
    ]
    entity.photo = .uri(text)
    entity.foreignUIDs = [text]
    entity.keptProperties = [KeptProperty(format: "vcard", name: "X-A", value: text)]
    return entity
  }

  static let all: [Entity] =
    hostile.map(hostilePerson) + [person("Ada Lovelace")]
    + Entity.Kind.allCases.map { Entity(id: id, kind: $0, name: "x", created: then) }
}
