import KithCore

/// A small graph of chance: few words, so that much is alike, and dates of every precision.
struct RandomGraph {
  private var random: SeededGenerator
  private var next: UInt64 = 1

  init(seed: UInt64) { random = SeededGenerator(seed) }

  mutating func make() -> InMemoryGraph {
    var graph = InMemoryGraph()
    let kinds: [Entity.Kind] = [.person, .person, .person, .person, .company, .organization, .event]
    graph.entities = (0..<30).map { entity(kinds[$0 % kinds.count]) }
    graph.owner = Bool.random(using: &random) ? graph.entities[0].id : nil
    let ids = Dictionary(grouping: graph.entities, by: \.kind).mapValues { $0.map(\.id) }
    for _ in 0..<60 {
      if let relation = relation(ids), !graph.relations.contains(where: { $0.isAlike(relation) }) {
        graph.relations.append(relation)
      }
    }
    graph.applications = (0..<6).map { _ in application(ids) }
    graph.interactions = (0..<15).map { _ in interaction(ids) }
    graph.followUps = (0..<12).map { _ in followUp(ids) }
    graph.keepInTouch = (ids[.person] ?? []).filter { _ in chance(3) }.map { kept($0) }
    return graph
  }

  private mutating func chance(_ parts: Int) -> Bool { Int.random(in: 0..<parts, using: &random) == 0 }
  private mutating func one<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }

  private mutating func id() -> Identifier {
    next += 1
    return .test(next)
  }

  private mutating func date() -> PartialDate {
    let year = Int.random(in: 2023...2027, using: &random)
    let month = chance(4) ? nil : Int.random(in: 1...12, using: &random)
    let day = month == nil || chance(4) ? nil : Int.random(in: 1...28, using: &random)
    return PartialDate(year: year, month: month, day: day) ?? .test("2026")
  }

  private mutating func day() -> CivilDay {
    CivilDay.test("2025-06-01") + Int.random(in: 0..<900, using: &random)
  }

  private mutating func period() -> Period {
    Period(
      start: chance(2) ? date() : nil, end: chance(3) ? date() : nil, endedAtUnknownDate: chance(5))
  }

  private mutating func word() -> String { one(["Ada", "Grace", "Acme", "Mill", "Straße", "林", "José", "Engines"]) }

  private mutating func entity(_ kind: Entity.Kind) -> Entity {
    let seconds = Int.random(in: 1_700_000_000...1_800_000_000, using: &random)
    var entity = Entity(
      id: id(), kind: kind, name: word() + " " + word(), created: Timestamp(secondsSince1970: seconds))
    if chance(2) { entity.tags = [one(["swift", "Größe", "two words"])] }
    if chance(3) { entity.nicknames = [word()] }
    if chance(3) { entity.emails = [EmailAddress(one(["a@x.example", "B@Y.example"]))] }
    if chance(4) { entity.phones = [PhoneNumber(one(["+44 20 7946 0018", "030 123456"]))] }
    if chance(4) { entity.addresses = [PostalAddress(locality: [word()], country: ["England"])] }
    if chance(4) { entity.notes = [word() + ", " + word(), "more"] }
    if chance(4) { entity.customFields = [CustomField(one(["size", "shirt size"]), one(["M", "L 2", ""]))] }
    if kind == .person, chance(3) { entity.personName = PersonName(family: [word()], given: [word()]) }
    return entity
  }

  private mutating func relation(_ ids: [Entity.Kind: [Identifier]]) -> Relation? {
    let type = chance(2) ? one([.worksFor, .met, .introducedBy, .memberOf]) : one(RelationType.allCases)
    let subjects = ids[one(type.ends.subject.sorted())] ?? []
    let objects = ids[one(type.ends.object.sorted())] ?? []
    guard !subjects.isEmpty, !objects.isEmpty else { return nil }
    let title = type == .worksFor && chance(2) ? one(["CTO", "Software Engineer"]) : nil
    let (subject, object) = (one(subjects), one(objects))
    return subject == object ? nil : Relation(subject, type, object, title: title, period: period())
  }

  private mutating func application(_ ids: [Entity.Kind: [Identifier]]) -> JobApplication {
    let kind = one(JobApplication.Outcome.Kind.allCases)
    let people = (0..<Int.random(in: 0...3, using: &random)).map { _ in one(ids[.person] ?? []) }
    return JobApplication(
      id: id(), company: one(ids[.company] ?? []), position: "Engineer",
      outcome: chance(4) ? nil : JobApplication.Outcome(chance(2) ? .rejected : kind, on: chance(4) ? nil : date()),
      involved: Set(people).sorted().map {
        JobApplication.Involvement($0, as: one(JobApplication.Involvement.Role.allCases))
      })
  }

  private mutating func interaction(_ ids: [Entity.Kind: [Identifier]]) -> Interaction {
    let people = (0..<Int.random(in: 1...3, using: &random)).map { _ in one(ids[.person] ?? []) }
    return Interaction(
      id: id(), date: date(), channel: "call", participants: Set(people).sorted(),
      event: chance(3) ? one(ids[.event] ?? []) : nil)
  }

  private mutating func followUp(_ ids: [Entity.Kind: [Identifier]]) -> FollowUp {
    FollowUp(
      id: id(), .followUp, one(ids[one([.person, .company])] ?? []), due: chance(4) ? nil : day(),
      state: chance(3) ? .done(on: day()) : .open, created: TemporaryStore.now)
  }

  private mutating func kept(_ person: Identifier) -> KeepInTouch {
    KeepInTouch(
      person, every: .test("6w"), since: day(), snoozedUntil: chance(3) ? day() : nil, isIgnored: chance(5))
  }
}

extension Relation {
  /// Whether a store holds the two as one.
  fileprivate func isAlike(_ other: Relation) -> Bool {
    (subject, type, object) == (other.subject, other.type, other.object)
  }
}
