import KithCore
import Testing

/// The host's part of an export, through ``Exporter/run(on:including:in:)``.
struct OutgoingGraphTests {
  private let ada = Identifier(high: 0, low: 1)
  private let engines = Identifier(high: 0, low: 2)

  private var graph: InMemoryGraph {
    var graph = InMemoryGraph()
    let now = Timestamp(secondsSince1970: 0)
    var person = Entity(id: ada, kind: .person, name: "Ada Lovelace", created: now)
    person.notes = ["a note"]
    person.tags = ["a tag"]
    person.customFields = [CustomField("open", "yes"), CustomField("secret", "yes", isPrivate: true)]
    person.doNotAsk = true
    var company = Entity(id: engines, kind: .company, name: "Analytical Engines", created: now)
    company.tags = ["another tag"]
    graph.entities = [person, company]
    graph.relations = [Relation(ada, .worksFor, engines), Relation(ada, .founded, engines)]
    graph.interactions = PartialDate("2026").map {
      [Interaction(id: engines, date: $0, channel: "call", participants: [ada], summary: "talked")]
    }!
    graph.applications = [JobApplication(id: ada, company: engines, position: "Engineer")]
    graph.followUps = [FollowUp(id: ada, .thank, ada, created: now), FollowUp(id: engines, .renew, ada, created: now)]
    graph.feedback = [Feedback(id: ada, giver: ada)]
    graph.introductions = [Introduction(id: ada, connector: ada, person: ada)]
    graph.keepInTouch = [KeepInTouch(ada, every: Interval("6w")!, since: CivilDay(daysSince1970: 0))]
    return graph
  }

  private func report(
    _ coverage: Coverage, including included: Set<PrivateData> = [], _ read: @escaping Listener.Body = { _ in }
  ) throws -> [String] {
    let listener = Listener(coverage: coverage, read: read)
    let log = DiagnosticLog()
    let context = ExportContext(
      output: .inMemory(), options: try OptionValues([], for: listener.format), now: Timestamp(secondsSince1970: 0),
      diagnostics: log)
    try listener.run(on: graph, including: included, in: context)
    return log.groups.map { "\($0.first.kind) \($0.first.code) \($0.count)" }
  }

  private let people = Coverage(kinds: [.person], fields: [.notes, .customFields], relations: [.worksFor])

  @Test func reportsWhatIsOutsideTheCoverage() throws {
    let said = try report(people) { try $0.readEverything() }
    #expect(
      said == [
        "loss no-company 1", "loss no-tags 1", "loss no-relation-founded 1", "withheld private-notes 1",
        "withheld private-fields 1", "withheld private-not-to-ask 1", "loss no-interactions 1",
        "loss no-applications 1", "loss no-follow-ups 2",
        "loss no-keep-in-touch 1", "loss no-feedback 1", "loss no-introductions 1",
      ])
  }

  @Test func countsOnceHoweverOftenTheGraphIsRead() throws {
    let twice = try report(people) { graph in
      try graph.readEverything()
      try graph.readEverything()
      _ = try graph.entity(Identifier(high: 0, low: 1))
    }
    #expect(twice == (try report(people) { try $0.readEverything() }))
  }

  @Test func keepsPrivateDataHome() throws {
    _ = try report(people) { graph in
      try graph.forEachEntity(of: [.person], relations: []) { entity, _ in
        #expect(entity.notes.isEmpty)
        #expect(entity.customFields == [CustomField("open", "yes")])
      }
      #expect(try graph.entity(Identifier(high: 0, low: 1))?.notes == [])
      #expect(try graph.entity(Identifier(high: 0, low: 1))?.doNotAsk == false)
      try graph.forEachInteraction { _ in Issue.record("an interaction got out") }
      try graph.forEachApplication { _ in Issue.record("an application got out") }
      let counts = try graph.counts()
      #expect((counts.interactions, counts.applications) == (0, 0))
      #expect((counts.followUps, counts.feedback, counts.keepInTouch) == (0, 0, 0))
      #expect((counts.introductions, counts.notToAsk) == (0, 0))
      try graph.forEachFollowUp { _ in Issue.record("a follow-up got out") }
      try graph.forEachFeedback { _ in Issue.record("feedback got out") }
      try graph.forEachIntroduction { _ in Issue.record("an introduction got out") }
      try graph.forEachKeepInTouch { _ in Issue.record("an interval got out") }
      #expect(try graph.applications(at: Identifier(high: 0, low: 2)).isEmpty)
    }
  }

  @Test(arguments: PrivateData.allCases)
  func handsOverWhatIsAskedFor(_ data: PrivateData) throws {
    var found: Set<PrivateData> = []
    _ = try report(people, including: [data]) { found = try $0.privateData() }
    #expect(found == [data])
  }

  @Test func aFullBackupGetsEverythingAndLosesNothing() throws {
    var found: Set<PrivateData> = []
    #expect(try report(.everything) { found = try $0.privateData() } == [])
    #expect(found == Set(PrivateData.allCases))
  }

  @Test func coveredButNotIncludedIsWithheld() throws {
    var coverage = Coverage.everything
    coverage.isFullBackup = false
    let said = try report(coverage) { try $0.readEverything() }
    #expect(
      said == [
        "withheld private-notes 1", "withheld private-fields 1", "withheld private-not-to-ask 1",
        "withheld private-interactions 1",
        "withheld private-applications 1", "withheld private-follow-ups 2", "withheld private-keep-in-touch 1",
        "withheld private-feedback 1", "withheld private-introductions 1",
      ])
  }
}

/// An exporter that only reads.
private struct Listener: Exporter {
  typealias Body = (any ContactGraph) throws -> Void

  let format: Format
  nonisolated(unsafe) let read: Body

  init(coverage: Coverage, read: @escaping Body) {
    format = Format(
      name: "listener", summary: "reads", specification: "none", mediaType: "text/plain", fileExtensions: ["txt"],
      coverage: coverage)
    self.read = read
  }

  func export(_ graph: any ContactGraph, in context: ExportContext) throws { try read(graph) }
}

extension ContactGraph {
  fileprivate func readEverything() throws {
    try forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { _, _ in }
  }

  fileprivate func privateData() throws -> Set<PrivateData> {
    var found: Set<PrivateData> = []
    try forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in
      if !entity.notes.isEmpty { found.insert(.notes) }
      if entity.customFields.contains(where: \.isPrivate) { found.insert(.fields) }
    }
    try forEachInteraction { _ in found.insert(.interactions) }
    try forEachApplication { _ in found.insert(.applications) }
    var kept = (followUps: 0, keepInTouch: 0)
    try forEachFollowUp { _ in kept.followUps += 1 }
    try forEachKeepInTouch { _ in kept.keepInTouch += 1 }
    #expect((kept.followUps == 0) == (kept.keepInTouch == 0), "they stay home together")
    if kept.followUps > 0 { found.insert(.followUps) }
    try forEachFeedback { _ in found.insert(.feedback) }
    try forEachIntroduction { _ in found.insert(.introductions) }
    return found
  }
}
