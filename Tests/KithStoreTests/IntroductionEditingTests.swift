import KithCore
import Testing

@testable import KithStore

struct IntroductionEditingTests {
  private func filled() throws -> TemporaryStore {
    let store = try TemporaryStore()
    try store.take(Graphs.everything)
    return store
  }

  @Test func itIsSavedOnceAndReadBack() throws {
    let store = try filled()
    var told = Introduction(
      id: .test(62), connector: .test(1), person: .test(2), application: .test(20), reason: "looms",
      steps: [Introduction.Step(.asked, on: .test("2026-11-02"), note: "by \"mail\"")])
    #expect(try store.write { try $0.save(told) })
    #expect(try store.write { try $0.save(told) } == false, "the same again changes nothing")
    #expect(try store.read { try $0.introduction(.test(62)) } == told)
    told.steps.append(Introduction.Step(.agreed, by: .connector))
    #expect(try store.write { try $0.save(told) })
    #expect(try store.read { try $0.introductions(about: .test(2)).map(\.id) } == [.test(60), .test(62)])
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.introduction(.test(62))?.steps.count } == 1)
    #expect(try store.write { try $0.deleteIntroduction(.test(62)) })
    #expect(try store.write { try $0.deleteIntroduction(.test(62)) } == false)
    try store.read { try $0.expectSound() }
  }

  @Test func onlyPeopleTakePart() throws {
    let store = try filled()
    #expect(throws: StoreError.wrongKind(.company)) {
      try store.write { try $0.save(Introduction(id: .test(62), connector: .test(4), person: .test(1))) }
    }
    #expect(throws: StoreError.unknownEntity(.test(99))) {
      try store.write { try $0.save(Introduction(id: .test(62), connector: .test(1), person: .test(99))) }
    }
  }

  @Test func itGoesWithEitherPersonAndStaysWithoutItsApplication() throws {
    let store = try filled()
    try store.write { try $0.delete(.test(2)) }
    #expect(try store.read { try $0.introduction(.test(60)) } == nil)
    #expect(try store.read { try $0.introduction(.test(61)) } != nil)
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.introduction(.test(60))?.connector } == .test(2))
    try store.write { try $0.deleteApplication(.test(20)) }
    let left = try #require(try store.read { try $0.introduction(.test(60)) })
    #expect(left.application == nil)
    try store.read { try $0.expectSound() }
  }

  @Test func undoDoesNotPullAPersonFromUnderIt() throws {
    let store = try TemporaryStore()
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
    try store.write { try $0.insert(.test(2, "Grace Hopper")) }
    try store.write { try $0.save(Introduction(id: .test(60), connector: .test(1), person: .test(2))) }
    #expect(throws: StoreError.laterEntriesBuildOnIt(2, later: [3])) { try store.write("undo") { try $0.undo(2) } }
  }

  @Test func theHistoryOfBothNamesIt() throws {
    let store = try filled()
    try store.write("intro") { try $0.save(Introduction(id: .test(62), connector: .test(1), person: .test(3))) }
    for person in [UInt64(1), 3] {
      #expect(try store.read { try $0.history(of: .test(person)).first?.command } == "intro")
    }
  }

  @Test func theCheckSeesWhatSQLiteDoesNot() throws {
    let store = try filled()
    try store.write { editor in
      try editor.connection.execute(
        "UPDATE introduction SET connector = 4, steps = '[[\"hugged\",\"\",\"\"]]' WHERE id = 1")
      editor.summary = "broken"
    }
    let rules = try store.read { try $0.check().map(\.rule) }
    #expect(rules.contains(.introductionEnds))
    #expect(rules.contains(.introductionSteps))
  }

  @Test func whoIsOutOfSightTakesNoPart() throws {
    let store = try filled()
    let shown = try store.read { graph in
      let view = try graph.selecting(try #require(try Selector(["ada"])), today: .test("2026-11-20"))
      var count = 0
      try view.forEachIntroduction { _ in count += 1 }
      return (count, try view.counts().introductions, try view.counts().notToAsk)
    }
    #expect(shown == (0, 0, 0))
  }
}
