import KithCore

@testable import KithStore

extension Identifier {
  /// A made-up UUID that stands for `number`.
  static func test(_ number: UInt64) -> Identifier {
    Identifier(high: 0x1111_2222_3333_4000 | number >> 32, low: 0x8000_0000_0000_0000 | number)
  }
}

extension Entity {
  static func test(
    _ number: UInt64, _ name: String, _ kind: Entity.Kind = .person, email: String? = nil, phone: String? = nil
  ) -> Entity {
    var entity = Entity(id: .test(number), kind: kind, name: name, created: TemporaryStore.now)
    if let email { entity.emails = [EmailAddress(email)] }
    if let phone { entity.phones = [PhoneNumber(phone)] }
    return entity
  }
}

extension PartialDate {
  static func test(_ text: String) -> PartialDate { PartialDate(text) ?? PartialDate(packed: 20_260_101)! }
}

extension CivilDay {
  static func test(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(daysSince1970: 0) }
}

extension Interval {
  static func test(_ text: String) -> Interval { Interval(text) ?? Interval(1, .days)! }
}

/// A graph with something of everything that the store holds.
enum Graphs {
  static let ada = Identifier.test(1)
  static let acme = Identifier.test(4)

  static var everything: [ImportedRecord] {
    var ada = Entity.test(1, "Ada Lovelace", email: "ada@example.com", phone: "+44 20 7946 0001")
    ada.personName = PersonName(family: ["Lovelace"], given: ["Ada"])
    ada.nicknames = ["Countess"]
    ada.photo = .data(mediaType: "image/png", bytes: [0, 1, 2, 255])
    ada.tags = ["compilers", "Größe"]
    ada.notes = ["two\nlines", "\u{0} and a NUL"]
    ada.customFields = [CustomField("size", "M", isPrivate: true)]
    ada.keptProperties = [KeptProperty(format: "vcard", name: "X-ONE", value: "1")]
    ada.anniversaries = [Anniversary(.birth, on: .test("--12-10"))]
    var grace = Entity.test(2, "Grace Hopper", email: "grace@example.com")
    grace.photo = .uri("https://example.com/grace.png")
    grace.doNotAsk = true
    var conference = Entity.test(5, "SwiftConf 2026", .event)
    conference.period = Period(start: .test("2026-10-01"), end: .test("2026-10-03"))
    return [
      .entity(ada), .entity(grace), .entity(.test(3, "Charles Babbage")),
      .entity(.test(4, "Analytical Engines Ltd.", .company)), .entity(conference),
      .entity(.test(6, "Compiler Club", .organization)), .me(.test(3)),
    ] + edges + happenings + dues
  }

  private static var edges: [ImportedRecord] {
    [
      Relation(
        .test(1), .worksFor, .test(4), title: "CTO", units: ["Research", "Compilers"],
        period: Period(start: .test("2020"))),
      Relation(.test(1), .worksFor, .test(4), title: "Intern", period: Period(endedAtUnknownDate: true)),
      Relation(.test(2), .spokeAt, .test(5)), Relation(.test(4), .hosted, .test(5)),
      Relation(.test(3), .met, .test(1), period: Period(start: .test("2026-10-02"))),
      Relation(.test(1), .knows, .test(1)),
    ].map { .relation(ImportedRelation($0)) }
  }

  private static var happenings: [ImportedRecord] {
    let application = JobApplication(
      id: .test(20), company: .test(4), position: "Engineer",
      stages: [JobApplication.Stage("applied", on: .test("2026-01-05")), JobApplication.Stage("onsite")],
      outcome: JobApplication.Outcome(.rejected, on: .test("2026-02"), stage: "onsite", reason: "no budget"),
      involved: [
        JobApplication.Involvement(.test(1), as: .interviewer, on: .test("2026-01-20")),
        JobApplication.Involvement(.test(2), as: .referrer),
      ], url: "https://example.com/job", note: "ask again")
    let interaction = Interaction(
      id: .test(30), date: .test("2026-01-20"), channel: "interview", participants: [.test(2), .test(1)],
      summary: "Spoke of engines", event: .test(5), application: .test(20))
    return [.application(application), .interaction(interaction)]
  }

  private static var dues: [ImportedRecord] {
    [
      .followUp(
        FollowUp(
          id: .test(40), .thank, .test(1), due: .test("2026-02-03"), what: "for the tea", why: "interviewed me",
          application: .test(20), event: .test(5), interaction: .test(30), created: TemporaryStore.now)),
      .followUp(
        FollowUp(
          id: .test(41), .keepPromise, .test(2), owedBy: .them, what: "a paper", state: .done(on: .test("2026-02-01")),
          created: TemporaryStore.now)),
      .followUp(
        FollowUp(
          id: .test(42), .tryAgain, .test(4), due: .test("2026-08-01"), application: .test(20),
          created: TemporaryStore.now)),
      .followUp(FollowUp(id: .test(43), .renew, .test(6), due: .test("2027-01-01"), created: TemporaryStore.now)),
      .feedback(
        Feedback(
          id: .test(50), giver: .test(1), application: .test(20), theme: "depth", text: "More systems",
          steps: [
            Feedback.Step(.asked, on: .test("2026-02-04")), Feedback.Step(.received),
            Feedback.Step(.acted, on: .test("2026"), note: "read on"),
          ])),
      .feedback(Feedback(id: .test(51), giver: .test(2))),
      .introduction(
        Introduction(
          id: .test(60), connector: .test(2), person: .test(1), application: .test(20), reason: "her looms",
          steps: [
            Introduction.Step(.asked, on: .test("2026-02-04")), Introduction.Step(.agreed, by: .connector),
            Introduction.Step(.declined, by: .person, on: .test("2026-03"), note: "not now"),
          ])),
      .introduction(Introduction(id: .test(61), connector: .test(1), person: .test(3))),
      .keepInTouch(KeepInTouch(.test(1), every: .test("6w"), since: .test("2026-01-20"))),
      .keepInTouch(
        KeepInTouch(.test(2), every: .test("3mo"), since: .test("2026-01-31"), snoozedUntil: .test("2026-06-01"))),
      .keepInTouch(KeepInTouch(.test(4), every: .test("1y"), since: .test("2024-02-29"), isIgnored: true)),
    ]
  }

  /// People who all work for one of ten companies and know their neighbour.
  static func crowd(_ count: UInt64) -> [ImportedRecord] {
    var records: [ImportedRecord] = (0..<10).map { .entity(.test(9_000_000 + $0, "Company \($0) Ltd.", .company)) }
    for number in 0..<count {
      records.append(.entity(.test(number + 1, "Person\(number) Crowd", email: "p\(number)@example.com")))
      let works = Relation(.test(number + 1), .worksFor, .test(9_000_000 + number % 10))
      records.append(.relation(ImportedRelation(works)))
      if number > 0 {
        records.append(.relation(ImportedRelation(Relation(.test(number + 1), .knows, .test(number)))))
      }
    }
    return records
  }
}

extension StoredGraph {
  /// Everything in the graph in the order of its iterations: what a full backup holds.
  func records() throws -> [ImportedRecord] {
    var records: [ImportedRecord] = []
    try forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in records.append(.entity(entity)) }
    if let me = try me() { records.append(.me(me)) }
    try forEachRelation { records.append(.relation(ImportedRelation($0))) }
    try forEachApplication { records.append(.application($0)) }
    try forEachInteraction { records.append(.interaction($0)) }
    try forEachFollowUp { records.append(.followUp($0)) }
    try forEachFeedback { records.append(.feedback($0)) }
    try forEachIntroduction { records.append(.introduction($0)) }
    try forEachKeepInTouch { records.append(.keepInTouch($0)) }
    return records
  }
}
