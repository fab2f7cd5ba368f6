import KithCore
import Testing

@testable import KithStore

/// Sizes at which anything quadratic would take minutes.
@Suite(.timeLimit(.minutes(2)))
struct LoadTests {
  private static let people: UInt64 = 10_000

  @Test func manyPeopleInAndOutAgain() throws {
    let store = try TemporaryStore()
    let result = try store.take(Graphs.crowd(Self.people), .content)
    #expect(result.createdCount == Int(Self.people) + 10)
    #expect(result.relations == Int(Self.people) * 2 - 1)
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.counts() } == GraphCounts())
    try store.write("redo") { try $0.undo(2) }
    try store.write("undo") { try $0.undo(3) }
    try store.write("redo") { try $0.undo(4) }
    #expect(try store.read { try $0.counts().entities } == [.person: Int(Self.people), .company: 10])
  }

  @Test func aSecondImportThatChangesEveryone() throws {
    let store = try TemporaryStore()
    let records = Graphs.crowd(Self.people)
    try store.take(records, .content)
    let changed = try store.take(
      records.map { record in
        guard case .entity(var entity) = record else { return record }
        entity.tags = ["again"]
        return .entity(entity)
      }, .content)
    #expect(changed.changed == Int(Self.people) + 10)
    try store.write("met") { editor in
      try editor.insert(.test(77_777_777, "Ada Lovelace"))
      try editor.insert(Relation(.test(77_777_777), .knows, .test(1)))
    }
    #expect(throws: StoreError.laterEntriesBuildOnIt(1, later: [2])) { try store.write("undo") { try $0.undo(1) } }
    try store.write("undo") { try $0.undo(2) }
    try store.write("redo") { try $0.undo(4) }
    #expect(throws: StoreError.alreadyUndone(4)) { try store.write("undo") { try $0.undo(4) } }
  }

  @Test func manyApplicationsIntoAnEmptyStore() throws {
    let store = try TemporaryStore()
    var records: [ImportedRecord] = [.entity(.test(1, "Acme Ltd.", .company)), .entity(.test(2, "Ada Lovelace"))]
    for number in 0..<Self.people {
      let id = Identifier.test(5_000_000 + number)
      records.append(.application(JobApplication(id: id, company: .test(1), position: "Engineer \(number)")))
      records.append(
        .interaction(
          Interaction(
            id: .test(6_000_000 + number), date: .test("2026"), channel: "call", participants: [.test(2)],
            application: id)))
    }
    let result = try store.take(records)
    #expect((result.applications, result.interactions) == (Int(Self.people), Int(Self.people)))
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.counts() } == GraphCounts())
  }

  @Test func manyFollowUpsIntoAnEmptyStoreAndOutAgain() throws {
    let store = try TemporaryStore()
    var records: [ImportedRecord] = []
    let due = CivilDay.test("2026-02-01")
    for number in 1...Self.people { records.append(.entity(.test(number, "Person \(number)"))) }
    for number in 1...Self.people {
      records.append(
        .interaction(
          Interaction(
            id: .test(6_000_000 + number), date: .test("2026"), channel: "call", participants: [.test(number)])))
    }
    for number in 1...Self.people {
      records.append(
        .followUp(
          FollowUp(
            id: .test(7_000_000 + number), .thank, .test(number), due: due + Int(number),
            interaction: .test(6_000_000 + number), created: TemporaryStore.now)))
      records.append(.keepInTouch(KeepInTouch(.test(number), every: .test("6w"), since: due + Int(number))))
    }
    let result = try store.take(records)
    #expect((result.followUps, result.keepInTouch) == (Int(Self.people), Int(Self.people)))
    let found = try store.read { try $0.due(through: .test("9999-12-31"), limit: 3) }
    #expect(found.map(\.due) == [due + 1, due + 2, due + 3])
    #expect(try store.take(records).takenCount == Int(Self.people), "the people, unchanged")
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try $0.counts() } == GraphCounts())
  }
}
