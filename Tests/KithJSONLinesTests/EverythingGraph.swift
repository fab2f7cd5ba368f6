import KithCore

/// A graph with every field, kind, type and role in use, and one with values made to break a format.
enum EverythingGraph {
  static func id(_ number: UInt64) -> Identifier {
    Identifier(high: 0x1111_2222_3333_4444, low: 0x8000_0000_0000_0000 | number)
  }

  static func date(_ text: String) -> PartialDate? { PartialDate(text) }

  static let moment = Timestamp(secondsSince1970: 1_790_000_000)

  static func make() -> InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = [
      ada(), entity(2, .company, "Analytical Engines"), entity(3, .organization, "Royal Society"), event(),
    ]
    graph.entities.append(entity(5, .person, "Grace Hopper"))
    graph.owner = id(5)
    graph.relations = RelationType.allCases.enumerated().map { relation($0.offset, $0.element) }
    graph.interactions = [
      Interaction(id: id(30), date: date("2026-11-02")!, channel: "call", participants: []),
      Interaction(
        id: id(31), date: date("2026")!, channel: "interview", participants: [id(1), id(5)], summary: "two\nlines",
        event: id(4), application: id(20)),
    ]
    graph.applications = [
      JobApplication(id: id(21), company: id(3), position: ""), application(),
    ]
    for (number, kind) in JobApplication.Outcome.Kind.allCases.enumerated() {
      let id = id(UInt64(40 + number))
      graph.applications.append(JobApplication(id: id, company: self.id(2), position: "x", outcome: .init(kind)))
    }
    return graph
  }

  private static func entity(_ number: UInt64, _ kind: Entity.Kind, _ name: String) -> Entity {
    Entity(id: id(number), kind: kind, name: name, created: moment, modified: Timestamp(secondsSince1970: -5))
  }

  private static let details = ContactDetails(
    types: ["work", "cell"], label: "desk", preference: 1, group: "item1",
    parameters: [Parameter(name: "X-SLOT", values: ["1", "2"]), Parameter(name: "X-EMPTY", values: [])])

  private static func ada() -> Entity {
    var ada = entity(1, .person, "Ada Lovelace")
    ada.personName = PersonName(
      family: ["Lovelace", "King"], given: ["Ada"], additional: ["Augusta"], prefixes: ["Lady"], suffixes: ["FRS"])
    ada.nicknames = ["Countess", ""]
    ada.emails = [EmailAddress("ada@example.com", details: details), EmailAddress("a@example.org")]
    ada.phones = [PhoneNumber("+44 20 7946 0000", details: details)]
    ada.addresses = [
      PostalAddress(
        poBox: ["1"], extended: ["flat"], street: ["St James's Sq", "12"], locality: ["London"], region: ["Middlesex"],
        postalCode: ["SW1"], country: ["England"], formatted: "12 St James's Sq\nLondon", details: details),
      PostalAddress(),
    ]
    ada.onlineServices = [
      OnlineService(service: "Mastodon", uri: "https://example.social/@ada", user: "@ada", details: details),
      OnlineService(),
    ]
    ada.links = [Link("https://example.com", details: details)]
    ada.anniversaries = Anniversary.Kind.allCases.map { Anniversary($0, on: date("--12-10")!, details: details) }
    ada.period = Period(start: date("1815"), end: date("1852-11"))
    ada.notes = ["first", "second\r\nline"]
    ada.tags = ["compilers"]
    ada.customFields = [CustomField("shirt", "M"), CustomField("secret", "s", isPrivate: true)]
    ada.photo = .data(mediaType: "image/jpeg", bytes: (0...255).map { UInt8($0) })
    ada.foreignUIDs = ["uid-1"]
    ada.keptProperties = [
      KeptProperty(
        format: "vcard", group: "item2", name: "X-THING", parameters: [Parameter(name: "A", values: ["b"])], value: "v"),
      KeptProperty(format: "vcard", name: "X", value: ""),
    ]
    return ada
  }

  private static func event() -> Entity {
    var event = entity(4, .event, "SwiftConf 2026")
    event.period = Period(endedAtUnknownDate: true)
    event.photo = .uri("https://example.com/logo.png")
    event.personName = PersonName()
    return event
  }

  private static func relation(_ number: Int, _ type: RelationType) -> Relation {
    switch number % 3 {
    case 0: Relation(id(1), type, id(2))
    case 1:
      Relation(
        id(1), type, id(3), title: "CTO", units: ["Research", ""],
        period: Period(start: date("2020-01"), end: date("2021")))
    default: Relation(id(5), type, id(1), title: "", period: Period(endedAtUnknownDate: true))
    }
  }

  private static func application() -> JobApplication {
    var application = JobApplication(id: id(20), company: id(2), position: "Compiler engineer")
    application.stages = [.init("applied", on: date("2026-10-01")), .init("onsite")]
    application.outcome = .init(.rejected, on: date("2026-11"), stage: "onsite", reason: "headcount")
    application.involved = JobApplication.Involvement.Role.allCases.map { .init(id(1), as: $0, on: date("2026-10-09")) }
    application.involved.append(.init(id(5), as: .contact))
    application.url = "https://example.com/jobs/1"
    application.note = "note"
    return application
  }

  static let hostileValues = [
    "\u{1b}]0;owned\u{7}", "\u{202e}evil\u{2066}", "a]]>b", "CR\r\nLF\nEND:VCARD", " padded \t", "\u{feff}bom",
    "\u{0}nul",
    "<a>&amp;</a>", "\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{9f}", "\u{fffe}\u{ffff}\u{10ffff}", "\u{2028}\u{2029}",
    "'\"\\/",
    "=cmd", "\r", "\n", " ", "", "me", "👩‍💻 ﷽ Ωmega", String(repeating: "é]", count: 350_000),
  ]

  static func hostile() -> InMemoryGraph {
    var graph = make()
    for (number, value) in hostileValues.enumerated() {
      var entity = entity(UInt64(100 + number), .person, value.isEmpty ? "-" : value)
      defer { graph.entities.append(entity) }
      if value.utf8.count > 1000 { continue }
      entity.notes = [value, value]
      entity.nicknames = [value]
      entity.emails = [EmailAddress(value, details: ContactDetails(types: [value], label: value, group: value))]
      entity.customFields = [CustomField(value, value)]
      entity.keptProperties = [
        KeptProperty(format: value, name: value, parameters: [Parameter(name: value, values: [value])], value: value)
      ]
      entity.photo = .uri(value)
      graph.relations.append(Relation(entity.id, .related, id(1), title: value, units: [value]))
      graph.interactions.append(
        Interaction(id: id(UInt64(200 + number)), date: date("2026")!, channel: value, participants: [], summary: value)
      )
    }
    return graph
  }
}
