import KithCore
import Testing

@testable import KithStore

/// A small graph that is changed at random, the same way for the same seed.
final class RandomHistory {
  private let folder: TemporaryStore
  let store: Store
  var random: SeededGenerator
  private var entities: [Entity] = []
  private var relations: [Relation] = []
  private var applications: [JobApplication] = []
  private var interactions: [Identifier] = []
  private var followUps: [FollowUp] = []
  private var feedback: [Feedback] = []
  private var introductions: [Introduction] = []
  private let source: IdentifierSource

  init(seed: UInt64) throws {
    folder = try TemporaryStore()
    store = try Store.forWriting(at: folder.path)
    random = SeededGenerator(seed)
    source = IdentifierSource(seed: seed)
  }

  func dump() throws -> StoreDump { try store.read { try StoreDump($0) } }

  func expect(_ dump: StoreDump, _ note: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try self.dump()
    #expect(found == dump, "\(note): \(found.difference(from: dump))", sourceLocation: sourceLocation)
  }

  func lastNumber() throws -> Int { try store.read { try $0.history(limit: 1).first?.number ?? 0 } }

  @discardableResult
  func undo(_ number: Int?) throws -> HistoryEntry {
    try store.write("undo", at: TemporaryStore.now) { try $0.undo(number) }
  }

  /// One entry of one to four changes; its number, nil if they came to nothing.
  func edit() throws -> Int? {
    let before = try lastNumber()
    try load()
    try store.write("edit", at: TemporaryStore.now) { editor in
      for _ in 0..<Int.random(in: 1...4, using: &random) { try change(editor) }
    }
    try store.read { try $0.expectSound("after an edit") }
    let after = try lastNumber()
    return after > before ? after : nil
  }

  /// What there is to change.
  private func load() throws {
    entities = []
    relations = []
    applications = []
    interactions = []
    followUps = []
    feedback = []
    introductions = []
    try store.read { graph in
      try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in entities.append(entity) }
      try graph.forEachRelation { relations.append($0) }
      try graph.forEachApplication { applications.append($0) }
      try graph.forEachInteraction { interactions.append($0.id) }
      try graph.forEachFollowUp { followUps.append($0) }
      try graph.forEachFeedback { feedback.append($0) }
      try graph.forEachIntroduction { introductions.append($0) }
    }
  }

  private func change(_ editor: StoreEditor) throws {
    do {
      switch Int.random(in: 0..<22, using: &random) {
      case 0...2: try editor.insert(newEntity())
      case 3, 4: try updateEntity(editor)
      case 5: if let entity = entities.randomElement(using: &random) { try editor.delete(entity.id) }
      case 6, 7: try insertRelation(editor)
      case 8: try changeRelation(editor)
      case 9: try insertInteraction(editor)
      case 10, 11: try saveApplication(editor)
      case 12: try takeAway(editor)
      case 13, 14: try saveFollowUp(editor)
      case 15: try settleFollowUp(editor)
      case 16, 17: try saveFeedback(editor)
      case 18, 19: try saveIntroduction(editor)
      default: try keepInTouch(editor)
      }
    } catch StoreError.wrongEnds, StoreError.unknownEntity, StoreError.stillInUse, StoreError.wrongKind {}
  }

  private func newEntity() -> Entity {
    let kind = Entity.Kind.allCases.randomElement(using: &random) ?? .person
    var entity = Entity(id: source.next(), kind: kind, name: name(), created: TemporaryStore.now)
    dress(&entity)
    entities.append(entity)
    return entity
  }

  private func name() -> String {
    ["Ada Lovelace", "Grace Hopper", "Charles Babbage", "Analytical Engines Ltd.", "José Ñandú"]
      .randomElement(using: &random) ?? "Ada"
  }

  private func dress(_ entity: inout Entity) {
    entity.name = name()
    if Bool.random(using: &random) { entity.emails = [EmailAddress("\(Int.random(in: 0..<3, using: &random))@x.io")] }
    entity.tags = Bool.random(using: &random) ? ["compilers"] : []
    entity.doNotAsk = Int.random(in: 0..<4, using: &random) == 0
    switch Int.random(in: 0..<4, using: &random) {
    case 0: entity.photo = nil
    case 1: entity.photo = .uri("https://x.io/\(Int.random(in: 0..<3, using: &random))")
    case 2: entity.photo = .data(mediaType: "image/png", bytes: [1, 2, UInt8.random(in: 0...9, using: &random)])
    default: break
    }
  }

  private func updateEntity(_ editor: StoreEditor) throws {
    guard let id = entities.randomElement(using: &random)?.id, var entity = try editor.graph.entity(id) else { return }
    dress(&entity)
    try editor.update(entity)
  }

  private func insertRelation(_ editor: StoreEditor) throws {
    guard let subject = entities.randomElement(using: &random), let object = entities.randomElement(using: &random),
      let type = RelationType.allCases.filter({
        $0.ends.subject.contains(subject.kind) && $0.ends.object.contains(object.kind)
      }).prefix(4).randomElement(using: &random)
    else { return }
    let relation = Relation(subject.id, type, object.id, title: Bool.random(using: &random) ? "CTO" : nil)
    try editor.insert(relation)
    relations.append(relation)
  }

  private func changeRelation(_ editor: StoreEditor) throws {
    guard let relation = relations.randomElement(using: &random) else { return }
    guard Bool.random(using: &random) else {
      try editor.delete(relation)
      return
    }
    var changed = relation
    changed.period = Period(start: PartialDate(year: 2020 + Int.random(in: 0..<3, using: &random)))
    changed.units = ["Research"]
    try editor.replace(relation, by: changed)
  }

  private func insertInteraction(_ editor: StoreEditor) throws {
    let people = entities.filter { $0.kind == .person }.shuffled(using: &random).prefix(2).map(\.id)
    guard !people.isEmpty else { return }
    let event = entities.filter { $0.kind == .event }.randomElement(using: &random)?.id
    try editor.insert(
      Interaction(
        id: source.next(), date: Bool.random(using: &random) ? .test("2026-05") : day().date, channel: "call",
        participants: people, summary: "Spoke", event: event,
        application: applications.randomElement(using: &random)?.id))
  }

  private func saveApplication(_ editor: StoreEditor) throws {
    guard let company = entities.filter({ $0.kind == .company }).randomElement(using: &random) else { return }
    var application =
      Bool.random(using: &random)
      ? applications.randomElement(using: &random)
      : nil
    if application == nil { application = JobApplication(id: source.next(), company: company.id, position: "Engineer") }
    guard var application else { return }
    application.company = company.id
    application.stages.append(JobApplication.Stage("screening"))
    if let person = entities.filter({ $0.kind == .person }).randomElement(using: &random) {
      application.involved = [JobApplication.Involvement(person.id, as: .recruiter)]
    } else {
      application.involved = []
    }
    try editor.save(application)
    applications.append(application)
  }

  private func takeAway(_ editor: StoreEditor) throws {
    if Bool.random(using: &random), let application = applications.randomElement(using: &random) {
      return try editor.deleteApplication(application.id)
    }
    guard let person = entities.filter({ $0.kind == .person }).randomElement(using: &random) else { return }
    try editor.setMe(person.id)
  }

  // MARK: Follow-ups

  private func day() -> CivilDay { CivilDay(daysSince1970: 20_700 + Int.random(in: 0..<200, using: &random)) }

  private func saveFollowUp(_ editor: StoreEditor) throws {
    guard let entity = entities.randomElement(using: &random) else { return }
    let old = Bool.random(using: &random) ? followUps.randomElement(using: &random) : nil
    var followUp = old ?? FollowUp(id: source.next(), .thank, entity.id, created: TemporaryStore.now)
    followUp.act = FollowUp.Act.allCases.randomElement(using: &random) ?? .thank
    followUp.entity = entity.id
    followUp.due = Bool.random(using: &random) ? day() : nil
    followUp.application = applications.randomElement(using: &random)?.id
    followUp.event = entities.filter { $0.kind == .event }.randomElement(using: &random)?.id
    followUp.interaction = interactions.randomElement(using: &random)
    try editor.save(followUp)
    followUps.append(followUp)
  }

  private func settleFollowUp(_ editor: StoreEditor) throws {
    guard let followUp = followUps.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: try editor.deleteFollowUp(followUp.id)
    case 1: try editor.setState(.skipped(on: day()), ofFollowUp: followUp.id)
    case 2: try editor.setState(.open, ofFollowUp: followUp.id)
    default: try editor.setState(.done(on: day()), ofFollowUp: followUp.id)
    }
  }

  private func saveFeedback(_ editor: StoreEditor) throws {
    guard let giver = entities.filter({ $0.kind == .person }).randomElement(using: &random) else { return }
    let old = Bool.random(using: &random) ? feedback.randomElement(using: &random) : nil
    var told = old ?? Feedback(id: source.next(), giver: giver.id)
    if old != nil, Int.random(in: 0..<3, using: &random) == 0 {
      try editor.deleteFeedback(told.id)
      return
    }
    told.giver = giver.id
    told.application = applications.randomElement(using: &random)?.id
    told.steps.append(Feedback.Step(.allCases.randomElement(using: &random) ?? .asked, on: day().date))
    try editor.save(told)
    feedback.append(told)
  }

  private func saveIntroduction(_ editor: StoreEditor) throws {
    let people = entities.filter { $0.kind == .person }
    guard let connector = people.randomElement(using: &random), let person = people.randomElement(using: &random) else {
      return
    }
    let old = Bool.random(using: &random) ? introductions.randomElement(using: &random) : nil
    var told = old ?? Introduction(id: source.next(), connector: connector.id, person: person.id)
    if old != nil, Int.random(in: 0..<3, using: &random) == 0 {
      try editor.deleteIntroduction(told.id)
      return
    }
    told.person = person.id
    told.application = applications.randomElement(using: &random)?.id
    told.steps.append(Introduction.Step(.allCases.randomElement(using: &random) ?? .asked, on: day().date))
    try editor.save(told)
    introductions.append(told)
  }

  private func keepInTouch(_ editor: StoreEditor) throws {
    guard let entity = entities.randomElement(using: &random) else { return }
    if Int.random(in: 0..<4, using: &random) == 0 {
      try editor.deleteKeepInTouch(with: entity.id)
      return
    }
    let every = try #require(Interval(Int.random(in: 1...9, using: &random), .weeks))
    try editor.save(
      KeepInTouch(
        entity.id, every: every, since: day(), snoozedUntil: Bool.random(using: &random) ? day() : nil,
        isIgnored: Int.random(in: 0..<5, using: &random) == 0))
  }
}
