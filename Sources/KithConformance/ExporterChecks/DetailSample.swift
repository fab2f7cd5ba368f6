import KithCore

/// Small changes to the entities of ``CoverageSample``.
enum DetailSample {
  struct Change: Sendable {
    let name: String
    let field: EntityField
    let apply: @Sendable (inout Entity) -> Void
  }

  static let changes: [Change] = details + names + addresses + rest

  private static let details: [Change] = [
    detail("a type") { $0.types = ["home"] },
    detail("a label") { $0.label = "weekends" },
    detail("a preference") { $0.preference = 7 },
    detail("a parameter") { $0.parameters = [Parameter(name: "X-SAMPLE", values: ["kept"])] },
  ].flatMap { $0 }

  private static func detail(
    _ name: String, _ change: @escaping @Sendable (inout ContactDetails) -> Void
  ) -> [Change] {
    [
      Change(name: name, field: .emails) { change(&$0.emails[0].details) },
      Change(name: name, field: .phones) { change(&$0.phones[0].details) },
      Change(name: name, field: .addresses) { change(&$0.addresses[0].details) },
      Change(name: name, field: .onlineServices) { change(&$0.onlineServices[0].details) },
      Change(name: name, field: .links) { change(&$0.links[0].details) },
    ]
  }

  private static let names: [Change] = [
    Change(name: "a second family name", field: .personName) { $0.personName?.family.append("Roe") },
    Change(name: "a second given name", field: .personName) { $0.personName?.given.append("Sam") },
    Change(name: "an additional name", field: .personName) { $0.personName?.additional = ["Lee"] },
    Change(name: "a second prefix", field: .personName) { $0.personName?.prefixes.append("Prof.") },
    Change(name: "a suffix", field: .personName) { $0.personName?.suffixes = ["Jr."] },
    Change(name: "a second", field: .nicknames) { $0.nicknames.append("other") },
  ]

  private static let addresses: [Change] = [
    Change(name: "a post office box", field: .addresses) { $0.addresses[0].poBox = ["PO 1"] },
    Change(name: "an extension", field: .addresses) { $0.addresses[0].extended = ["Flat 2"] },
    Change(name: "a second street line", field: .addresses) { $0.addresses[0].street.append("Mews") },
    Change(name: "a region", field: .addresses) { $0.addresses[0].region = ["Kent"] },
    Change(name: "a postal code", field: .addresses) { $0.addresses[0].postalCode = ["AB1 2CD"] },
    Change(name: "a country", field: .addresses) { $0.addresses[0].country = ["England"] },
    Change(name: "a text for the envelope", field: .addresses) { $0.addresses[0].formatted = "1 Sample St\nHere" },
    Change(name: "a second", field: .addresses) { $0.addresses.append(PostalAddress(locality: ["Elsewhere"])) },
  ]

  private static let rest: [Change] =
    [
      Change(name: "a second", field: .emails) { $0.emails.append(EmailAddress("other@example.com")) },
      Change(name: "a second", field: .phones) { $0.phones.append(PhoneNumber("+44 20 7946 0998")) },
      Change(name: "a second", field: .links) { $0.links.append(Link("https://other.example/")) },
      Change(name: "a user name", field: .onlineServices) { $0.onlineServices[0].user = "@sample" },
      Change(name: "a second", field: .onlineServices) {
        $0.onlineServices.append(OnlineService(uri: "xmpp:a@b.example"))
      },
      Change(name: "a second", field: .notes) { $0.notes.append("Another note.") },
      Change(name: "a second", field: .tags) { $0.tags.append("other") },
      Change(name: "a second", field: .customFields) { $0.customFields.append(CustomField("other", "value")) },
      Change(name: "a second", field: .foreignUIDs) { $0.foreignUIDs.append("other-uid") },
      Change(name: "an end", field: .period) { $0.period.end = PartialDate("2001-02-05") },
    ]
    + [Anniversary.Kind.death, .wedding, .other].map { kind in
      Change(name: "a second, '\(kind)',", field: .anniversaries) { entity in
        if let date = PartialDate("2002-03-04") { entity.anniversaries.append(Anniversary(kind, on: date)) }
      }
    }
    + ["2002", "2002-03", "--03-04", "--03", "---04"].map { text in
      Change(name: "a second of the precision \(text)", field: .anniversaries) { entity in
        if let date = PartialDate(text) { entity.anniversaries.append(Anniversary(.wedding, on: date)) }
      }
    }

  static let relationChanges: [(name: String, apply: @Sendable (inout Relation) -> Void)] = [
    ("the title", { $0.title = "Sampler" }),
    ("the units", { $0.units = ["Research"] }),
    ("the start", { $0.period = Period(start: PartialDate("2001")) }),
    ("the end", { $0.period = Period(end: PartialDate("2002-03")) }),
    ("the unknown end", { $0.period = Period(endedAtUnknownDate: true) }),
  ]
}
