import KithCore
import Testing

@testable import KithStore

struct DueCandidateTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  private func candidates(_ day: String, limit: Int = 50) throws -> [DueCandidate] {
    try store.read { try $0.dueCandidates(through: .test(day), limit: limit) }
  }

  @Test func theyAreWhatIsDueWithWhatARankingNeeds() throws {
    let found = try candidates("2026-06-01")
    let plain = try store.read { try $0.due(through: .test("2026-06-01"), limit: 50) }
    #expect(found.map(\.item.entity) == plain.map(\.entity))
    #expect(found.map(\.item) == plain)
    #expect(found.map(\.facts.act) == [.thank, .keepInTouch, .keepInTouch])
    #expect(found.map(\.facts.tie) == [.interviewedMe, .interviewedMe, .referredMe])
    #expect(found.map(\.facts.every) == [nil, .test("6w"), .test("3mo")])
    #expect(found.map(\.isOfRejection) == [true, false, false])
    #expect(found.allSatisfy { !$0.facts.hasOpenPromise })
  }

  @Test func eachHalfHasItsLimit() throws {
    #expect(try candidates("9999-12-31", limit: 1).map(\.facts.act) == [.thank, .keepInTouch])
    #expect(try candidates("9999-12-31", limit: 0) == [])
    #expect(try candidates("9999-12-31", limit: -1) == [])
    #expect(try candidates("2026-02-02") == [])
  }

  @Test(arguments: [
    (FollowUp.Party.me, FollowUp.Act.keepPromise, FollowUp.State.open, true), (.them, .keepPromise, .open, false),
    (.me, .thank, .open, false), (.me, .keepPromise, .done(on: .test("2026-01-01")), false),
  ])
  func onlyAnOpenPromiseOfMineCounts(
    _ party: FollowUp.Party, _ act: FollowUp.Act, _ state: FollowUp.State, _ counts: Bool
  ) throws {
    try store.write { editor in
      try editor.save(
        FollowUp(id: .test(60), act, .test(2), owedBy: party, state: state, created: TemporaryStore.now))
    }
    let grace = try candidates("2026-06-01").filter { $0.item.entity.id == .test(2) }
    #expect(grace.map(\.facts.hasOpenPromise) == [counts])
  }

  @Test func aPromiseIsNotCountedForItself() throws {
    let one = FollowUp(
      id: .test(60), .keepPromise, .test(3), due: .test("2026-01-01"), created: TemporaryStore.now)
    try store.write { _ = try $0.save(one) }
    #expect(try candidates("2026-01-01").map(\.facts.hasOpenPromise) == [false])
    var other = one
    other.id = .test(61)
    try store.write { _ = try $0.save(other) }
    #expect(try candidates("2026-01-01").map(\.facts.hasOpenPromise) == [true, true])
  }

  @Test func aSelectionHasItsOwn() throws {
    let found = try store.read { graph in
      try graph.selecting(.term(.reference("grace")), today: .test("2026-02-01")).dueCandidates(
        through: .test("9999-12-31"), limit: 50)
    }
    #expect(found.map(\.item.entity.name) == ["Grace Hopper"])
  }

  /// Each half is one walk along the index of its days, which ends with the limit: nothing is sorted.
  @Test func theyComeSortedFromTheIndexes() throws {
    let followUps = try store.read { try $0.plan(StoredGraph.rankedFollowUpsSQL(isSelection: false)) }
    #expect(followUps.first == "SEARCH followUp USING INDEX followUp_due (due>? AND due<?)")
    let touches = try store.read { try $0.plan(StoredGraph.rankedTouchesSQL(isSelection: false)) }
    #expect(touches.first == "SEARCH keepInTouch USING INDEX keepInTouch_due (due>? AND due<?)")
    for plan in [followUps, touches] {
      expectProbes(plan)
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
  }

  /// A selection costs what it selects, however much is due.
  @Test func aSelectionIsProbedByItsEntities() throws {
    try store.read { (graph: StoredGraph) throws -> Void in
      _ = try graph.selecting(.term(.kind(.person)), today: .test("2026-02-01"))
      let followUps = try graph.plan(StoredGraph.rankedFollowUpsSQL(isSelection: true))
      #expect(followUps.first?.hasPrefix("SEARCH followUp USING INDEX followUp_entity (entity=?") == true)
      let touches = try graph.plan(StoredGraph.rankedTouchesSQL(isSelection: true))
      #expect(touches.first == "SEARCH keepInTouch USING INDEX keepInTouch_entity (entity=?)")
      for plan in [followUps, touches] { expectProbes(plan) }
    }
  }

  private func expectProbes(_ plan: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)", sourceLocation: sourceLocation)
    for probe in ["involvement USING INDEX involvement_person", "promise USING INDEX followUp_entity"] {
      #expect(plan.contains { $0.hasPrefix("SEARCH " + probe) }, "\(plan)", sourceLocation: sourceLocation)
    }
  }

  @Test func followUpsAreFoundByTheBeginningOfTheirId() throws {
    let text = Identifier.test(40).description
    for reference in [text, text.uppercased(), "urn:uuid:" + text] {
      #expect(try store.read { try $0.followUps(idBeginning: reference).map(\.id) } == [.test(40)])
    }
    #expect(try store.read { try $0.followUps(idBeginning: String(text.prefix(8))).count } == 4)
    for reference in ["11111", "", "ada", text + "0"] {
      #expect(try store.read { try $0.followUps(idBeginning: reference) } == [])
    }
    let plan = try store.read { try $0.plan(StoredGraph.followUpsByIDSQL) }
    #expect(plan.first?.hasPrefix("SEARCH followUp USING INDEX followUp_uuid") == true)
  }

  @Test func sharedAreThoseTiedToBoth() throws {
    try store.write { editor in
      try editor.insert(Relation(.test(3), .attended, .test(5)))
      try editor.insert(Relation(.test(1), .knows, .test(2)))
      try editor.insert(Relation(.test(2), .introducedBy, .test(3)))
      try editor.insert(Relation(.test(1), .attended, .test(5)))
    }
    let names = { (limit: Int) in
      try store.read { try $0.shared(by: .test(1), and: .test(3), limit: limit).map(\.name) }
    }
    #expect(try names(9) == ["Grace Hopper", "SwiftConf 2026"])
    #expect(try names(1) == ["Grace Hopper"])
    #expect(try store.read { try $0.shared(by: .test(1), and: .test(99), limit: 9) } == [])
    let plan = try store.read { try $0.plan(StoredGraph.sharedSQL) }
    #expect(!plan.contains { $0.hasPrefix("SCAN relation") || $0.hasPrefix("SCAN entity") }, "\(plan)")
  }
}
