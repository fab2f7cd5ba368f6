import KithCore
import Testing

@testable import KithStore

struct ImportSessionTests {
  private func names(_ store: TemporaryStore, _ kind: Entity.Kind = .person) throws -> [String] {
    var names: [String] = []
    try store.read { try $0.forEachEntity(of: [kind], relations: []) { entity, _ in names.append(entity.name) } }
    return names
  }

  @Test func roundTripGivesTheSameGraphInTheSameOrder() throws {
    let first = try TemporaryStore()
    try first.take(Graphs.everything)
    let records = try first.read { try $0.records() }
    #expect(records.count == Graphs.everything.count)
    let second = try TemporaryStore()
    let result = try second.take(records)
    #expect(result.createdCount == 6)
    #expect(try second.read { try $0.records() } == records)
    try second.read { try $0.expectSound() }
  }

  @Test(arguments: [ImportSession.Matching.identity, .content])
  func theSameRecordsTwiceChangeNothing(matching: ImportSession.Matching) throws {
    let store = try TemporaryStore()
    try store.take(Graphs.everything, matching)
    let before = try store.read { try StoreDump($0) }
    let again = try store.take(Graphs.everything, matching)
    #expect(again.createdCount == 0)
    #expect(again.changed == 0)
    #expect(again.unchanged == 6)
    #expect((again.relations, again.interactions, again.applications) == (0, 0, 0))
    #expect((again.followUps, again.feedback, again.introductions, again.keepInTouch) == (0, 0, 0, 0))
    #expect(try store.read { try StoreDump($0) } == before)
    #expect(try store.read { try $0.history().count } == 1, "an import that changes nothing leaves no entry")
  }

  @Test(arguments: [ImportSession.Matching.identity, .content])
  func loadingIntoAnEmptyStoreGivesWhatAnyLoadGives(matching: ImportSession.Matching) throws {
    var records = Graphs.everything
    records += records.filter { if case .entity = $0 { false } else { true } }
    let bulk = try TemporaryStore()
    let bulkResult = try bulk.take(records, matching)
    let normal = try TemporaryStore()
    // Three entities too many for a bulk load; they go again before the graphs are compared.
    let strangers = (101...103).map { Entity.test($0, "Stranger \($0)") }
    try normal.write { editor in for stranger in strangers { try editor.insert(stranger) } }
    let normalResult = try normal.take(records, matching)
    try normal.write { editor in for stranger in strangers { try editor.delete(stranger.id) } }
    #expect(try bulk.read { try $0.records() } == normal.read { try $0.records() })
    #expect(bulkResult == normalResult)
    try bulk.read { try $0.expectSound() }
  }

  @Test(arguments: [true, false])
  func recordsMayComeBeforeThoseThatTheyName(bulk: Bool) throws {
    let store = try TemporaryStore()
    if !bulk { try store.write { editor in for number in 101...103 { try editor.insert(.test(UInt64(number), "X")) } } }
    let log = DiagnosticLog()
    let result = try store.take(Graphs.everything.reversed(), log: log)
    #expect(log.groups.map(\.first.code) == [])
    #expect((result.relations, result.interactions, result.applications) == (6, 1, 1))
    #expect((result.followUps, result.feedback, result.introductions, result.keepInTouch) == (4, 2, 2, 3))
    #expect(try store.read { try $0.followUp(.test(40))?.interaction } == .test(30))
    #expect(try store.read { try $0.feedback(.test(50))?.application } == .test(20))
    #expect(try store.read { try $0.introduction(.test(60))?.application } == .test(20))
    let graph = try store.read {
      (try $0.me(), try $0.applications(at: Graphs.acme), try $0.interactions(with: .test(2)))
    }
    #expect(graph.0 == .test(3))
    #expect(graph.1.first?.involved.count == 2)
    #expect(graph.2.first?.application == .test(20))
    #expect(graph.2.first?.participants == [.test(2), .test(1)])
  }

  @Test func whatNamesNobodyIsReported() throws {
    let store = try TemporaryStore()
    let log = DiagnosticLog()
    let result = try store.take(
      [
        .entity(.test(1, "Ada Lovelace")), .relation(ImportedRelation(Relation(.test(1), .knows, .test(99)))),
        .interaction(Interaction(id: .test(30), date: .test("2026"), channel: "call", participants: [.test(99)])),
        .application(JobApplication(id: .test(20), company: .test(98), position: "Engineer")), .me(.test(99)),
        .followUp(FollowUp(id: .test(40), .thank, .test(99), created: TemporaryStore.now)),
        .feedback(Feedback(id: .test(50), giver: .test(99))),
        .introduction(Introduction(id: .test(60), connector: .test(1), person: .test(99))),
        .keepInTouch(KeepInTouch(.test(99), every: .test("6w"), since: .test("2026-01-20"))),
      ], log: log)
    #expect(result.createdCount == 1)
    #expect(
      Set(log.groups.map(\.first.code)) == [
        "dangling-relation", "dangling-interaction", "dangling-application", "dangling-owner",
        "dangling-follow-up", "dangling-feedback", "dangling-introduction", "dangling-interval",
      ])
  }

  /// What they are about comes without what is nowhere, once it is sure that it will not come.
  @Test(arguments: [true, false])
  func whatNamesSomethingThatIsNowhereIsTakenWithoutIt(bulk: Bool) throws {
    let store = try TemporaryStore()
    if !bulk { try store.write { editor in for number in 101...103 { try editor.insert(.test(UInt64(number), "X")) } } }
    let records: [ImportedRecord] = [
      .entity(.test(1, "Ada Lovelace")),
      .followUp(
        FollowUp(
          id: .test(40), .thank, .test(1), application: .test(97), event: .test(98), interaction: .test(99),
          created: TemporaryStore.now)),
      .feedback(Feedback(id: .test(50), giver: .test(1), application: .test(97))),
      .introduction(Introduction(id: .test(60), connector: .test(1), person: .test(1), application: .test(97))),
    ]
    for turn in 1...2 {
      let log = DiagnosticLog()
      let result = try store.take(records, log: log)
      #expect(Set(log.groups.map(\.first.code)) == ["follow-up-in-part", "feedback-in-part", "introduction-in-part"])
      let count = turn == 1 ? 1 : 0
      #expect((result.followUps, result.feedback, result.introductions) == (count, count, count))
    }
    let followUp = try #require(try store.read { try $0.followUp(.test(40)) })
    #expect(followUp.application == nil && followUp.event == nil && followUp.interaction == nil)
  }

  @Test func followUpsWithEventsAreReported() throws {
    let store = try TemporaryStore()
    let log = DiagnosticLog()
    try store.take(
      [
        .entity(.test(5, "SwiftConf 2026", .event)),
        .followUp(FollowUp(id: .test(40), .thank, .test(5), created: TemporaryStore.now)),
        .feedback(Feedback(id: .test(50), giver: .test(5))),
        .introduction(Introduction(id: .test(60), connector: .test(5), person: .test(5))),
        .keepInTouch(KeepInTouch(.test(5), every: .test("6w"), since: .test("2026-01-20"))),
      ], log: log)
    #expect(log.groups.map(\.first.code) == ["wrong-kind"])
    #expect(log.count(of: .skipped) == 4)
  }

  /// A backup knows itself since when an interval counts; an address book's log of calls does not.
  @Test(arguments: [ImportSession.Matching.identity, .content])
  func aTouchThatIsReadRestartsAnIntervalUnlessABackupIs(matching: ImportSession.Matching) throws {
    let store = try TemporaryStore()
    try store.take(Graphs.everything)
    let call = Interaction(id: .test(31), date: .test("2026-05-04"), channel: "call", participants: [.test(1)])
    try store.take([.interaction(call)], matching)
    let since = try store.read { try $0.keepInTouch(with: .test(1))?.since }
    #expect(since == .test(matching == .content ? "2026-05-04" : "2026-01-20"))
  }

  @Test func interactionsToldTwiceInAFirstImportLeaveTheirFollowUpsAlone() throws {
    let store = try TemporaryStore()
    let interactions = Graphs.everything.filter { if case .interaction = $0 { true } else { false } }
    try store.take(Graphs.everything)
    let late = try TemporaryStore()
    let result = try late.take(
      Graphs.everything.filter { !interactions.contains($0) && !$0.isDue } + interactions + interactions
        + Graphs.everything.filter(\.isDue) + interactions)
    #expect(result.interactions == 1)
    #expect(try late.read { try $0.records() } == store.read { try $0.records() })
    #expect(try late.read { try $0.check() } == [])
  }

  @Test func relationsBetweenWrongKindsAreReported() throws {
    let store = try TemporaryStore()
    let log = DiagnosticLog()
    try store.take(
      [
        .entity(.test(1, "Ada Lovelace")), .entity(.test(2, "Grace Hopper")),
        .relation(ImportedRelation(Relation(.test(1), .worksFor, .test(2)))),
      ], log: log)
    #expect(log.groups.map(\.first.code) == ["wrong-ends"])
  }

  // MARK: How a file points at records

  @Test func theOwnerOfAnEmptyStoreIsMade() throws {
    let store = try TemporaryStore()
    let log = DiagnosticLog()
    let result = try store.take(
      [.entity(.test(1, "Ada Lovelace")), .relation(ImportedRelation(.me, .met, .id(.test(1))))], .content, log: log)
    #expect(result.relations == 1)
    #expect(log.groups.isEmpty)
    #expect(try store.read { try $0.me() } != nil)
  }

  @Test func oneRecordAlreadyThereIsFoundByABulkLoad() throws {
    let store = try TemporaryStore()
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    var ada = Entity.test(1, "Ada Lovelace")
    ada.tags = ["compilers"]
    let result = try store.take([.entity(ada), .relation(ImportedRelation(Relation(.test(1), .knows, .test(1))))])
    #expect((result.changed, result.relations) == (1, 1))
    try store.read { try $0.expectSound() }
  }

  @Test func namedCompaniesAreMadeOnceAndFoldedTogether() throws {
    let store = try TemporaryStore()
    try store.take(
      [
        .entity(.test(1, "Ada Lovelace")), .entity(.test(2, "Grace Hopper")),
        .relation(ImportedRelation(.id(.test(1)), .worksFor, .named("Acme Inc.", .company))),
        .relation(ImportedRelation(.id(.test(2)), .worksFor, .named("ACME", .company))),
      ], .content)
    #expect(try names(store, .company) == ["Acme Inc."])
    try store.take([.relation(ImportedRelation(.id(.test(2)), .worksFor, .named("acme, inc", .company)))], .content)
    #expect(try names(store, .company) == ["Acme Inc."])
  }

  @Test func anotherSpellingOfACompanyIsKeptBesideItsName() throws {
    let store = try TemporaryStore()
    try store.take([.entity(.test(1, "Acme Inc.", .company))])
    for _ in 1...2 { try store.take([.entity(.test(2, "ACME", .company))], .content) }
    #expect(try store.read { try $0.entity(.test(1))?.name } == "Acme Inc.")
    #expect(try store.read { try $0.entity(.test(1))?.nicknames } == ["ACME"])
    #expect(try store.read { try $0.history().count } == 2)
    try store.take([.entity(.test(1, "Apex", .company))], .content)
    #expect(try names(store, .company) == ["Apex"])
  }

  @Test func aNamedPersonIsFoundOrMade() throws {
    let store = try TemporaryStore()
    try store.take(
      [
        .entity(.test(1, "José Ñandú")), .entity(.test(2, "Grace Hopper")), .entity(.test(3, "Charles Babbage")),
        .relation(ImportedRelation(.id(.test(2)), .introducedBy, .named("Jose Nandu", .person))),
        .relation(ImportedRelation(.id(.test(2)), .introducedBy, .named("Ada Lovelace", .person))),
      ], .content)
    #expect(try names(store) == ["José Ñandú", "Grace Hopper", "Charles Babbage", "Ada Lovelace"])
  }

  // MARK: Recognising people

  private func stored() throws -> TemporaryStore {
    let store = try TemporaryStore()
    var ada = Entity.test(1, "Ada Lovelace", email: "Ada@Example.com", phone: "+44 20 7946 0001")
    ada.links = [Link("https://www.linkedin.com/in/ada/")]
    ada.foreignUIDs = ["card-1"]
    try store.take([.entity(ada), .entity(.test(2, "Grace Hopper")), .entity(.test(3, "Charles Babbage"))])
    return store
  }

  @Test func peopleAreRecognisedByWhatTheyShare() throws {
    let store = try stored()
    var byLink = Entity.test(13, "Ada Lovelace")
    byLink.links = [Link("http://linkedin.com/in/ada")]
    var byUID = Entity.test(14, "Countess")
    byUID.foreignUIDs = ["card-1"]
    let result = try store.take(
      [
        .entity(.test(11, "A. Lovelace", email: "ada@example.com")),
        .entity(.test(12, "Ada King Lovelace", phone: "020 7946 0001")), .entity(byLink), .entity(byUID),
      ], .content)
    #expect(result.createdCount == 0)
    #expect(try names(store).count == 3)
  }

  @Test(arguments: ["Grace Hopper", "Byron Lovelace", "Anne Lovelace", "Bob"])
  func aSharedAddressDoesNotMakeTwoPeopleOne(name: String) throws {
    let store = try stored()
    let log = DiagnosticLog()
    let result = try store.take([.entity(.test(11, name, email: "ada@example.com"))], .content, log: log)
    #expect(result.createdCount == 1)
    // There is a Grace Hopper already, without an address: this one is kept apart from her too.
    #expect(log.groups.map(\.first.code) == (name == "Grace Hopper" ? ["shared-email", "namesake"] : ["shared-email"]))
    #expect(try names(store).prefix(1) == ["Ada Lovelace"])
  }

  @Test func backupsRecogniseByIdAlone() throws {
    let store = try stored()
    let result = try store.take([.entity(.test(11, "Ada Lovelace", email: "ada@example.com"))])
    #expect(result.createdCount == 1)
  }

  /// The file knows the people under ids of its own.
  @Test func applicationsOfRecognisedPeopleAreTheSameTheSecondTime() throws {
    let store = try stored()
    let records: [ImportedRecord] = [
      .entity(.test(11, "Ada Lovelace", email: "ada@example.com")), .entity(.test(12, "Acme", .company)),
      .application(
        JobApplication(
          id: .test(20), company: .test(12), position: "Engineer",
          involved: [
            JobApplication.Involvement(.test(11), as: .interviewer),
            JobApplication.Involvement(.test(99), as: .contact),
          ])), .me(.test(11)),
    ]
    #expect(try store.take(records, .content).applications == 1)
    #expect(try store.read { try $0.me() } == .test(1))
    #expect(try store.take(records, .content).applications == 0)
    #expect(try store.read { try $0.history().count } == 2)
  }

  // MARK: Undo

  @Test(arguments: [true, false])
  func anImportIsOneEntry(bulk: Bool) throws {
    let store = try TemporaryStore()
    if !bulk { try store.write { editor in for number in 101...103 { try editor.insert(.test(UInt64(number), "X")) } } }
    try store.write { try $0.insert(.test(1, "Ada Byron")) }
    let before = try store.read { try StoreDump($0) }
    try store.take(Graphs.everything)
    let after = try store.read { try StoreDump($0) }
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try StoreDump($0) } == before)
    try store.write("undo") { try $0.undo($0.entry - 1) }
    #expect(try store.read { try StoreDump($0) } == after)
  }
}

extension ImportedRecord {
  fileprivate var isDue: Bool {
    switch self {
    case .followUp, .feedback, .introduction, .keepInTouch: true
    default: false
    }
  }
}
