import KithCore
import Testing

@testable import KithStore

struct UndoTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.write { try $0.insert(.test(1, "Ada Lovelace")) }
  }

  private func undo(_ number: Int? = nil) throws { try store.write("undo") { _ = try $0.undo(number) } }

  private func rename(_ name: String) throws {
    try store.write { editor in
      var ada = try #require(try editor.graph.entity(.test(1)))
      ada.name = name
      try editor.update(ada)
    }
  }

  private var name: String? { get throws { try store.read { try $0.entity(.test(1))?.name } } }

  @Test func nothingToUndo() throws {
    try undo()
    #expect(throws: StoreError.nothingToUndo) { try undo() }
    #expect(throws: StoreError.noSuchEntry(9)) { try undo(9) }
    #expect(throws: StoreError.alreadyUndone(1)) { try undo(1) }
  }

  @Test func laterChangesOfTheSameRecordStandInTheWay() throws {
    try rename("Augusta")
    try rename("Countess")
    #expect(throws: StoreError.laterEntriesBuildOnIt(2, later: [3])) { try undo(2) }
    #expect(throws: StoreError.laterEntriesBuildOnIt(1, later: [2, 3])) { try undo(1) }
    try undo(3)
    try undo(2)
    #expect(try name == "Ada Lovelace")
  }

  /// Two are undone; doing the later one again first would skip the earlier.
  @Test func redoGoesInOrderToo() throws {
    try rename("Augusta")
    try rename("Countess")
    try undo()
    try undo()
    #expect(throws: StoreError.laterEntriesBuildOnIt(4, later: [5])) { try undo(4) }
    try undo(5)
    try undo(4)
    #expect(try name == "Countess")
  }

  @Test func undoingBackAndForthKeepsTheMarks() throws {
    try rename("Augusta")
    for number in 2...7 {
      try undo(number)
      let isUndone = number % 2 == 0
      #expect(try name == (isUndone ? "Ada Lovelace" : "Augusta"))
      let entry = try #require(try store.read { try $0.history().first { $0.number == 2 } })
      #expect((entry.undoneBy != nil) == isUndone, "after undoing \(number)")
    }
    #expect(try store.read { try $0.history().map(\.undoes) } == [7, 6, 5, 4, 3, 2, nil, nil])
  }

  @Test(arguments: [Period.unknown, Period(endedAtUnknownDate: true)])
  func aKeyThatWasTakenSince(period: Period) throws {
    var relation = Relation(.test(1), .knows, .test(1))
    try store.write { try $0.insert(relation) }
    try store.write { try $0.delete(relation) }
    relation.period = period
    try store.write { _ = try $0.insert(relation) }
    #expect(throws: StoreError.laterEntriesBuildOnIt(3, later: [4])) { try undo(3) }
    try store.read { try $0.expectSound() }
  }

  @Test func anEndThatIsGone() throws {
    let relation = Relation(.test(1), .knows, .test(2))
    try store.write { editor in
      try editor.insert(.test(2, "Grace Hopper"))
      try editor.insert(relation)
    }
    try store.write { try $0.delete(relation) }
    try store.write { try $0.delete(.test(2)) }
    #expect(throws: StoreError.laterEntriesBuildOnIt(3, later: [4])) { try undo(3) }
  }

  @Test func theOwnerStays() throws {
    try store.write { try $0.setMe(.test(1)) }
    #expect(throws: StoreError.laterEntriesBuildOnIt(1, later: [2])) { try undo(1) }
  }

  @Test func aRefusalWithinATransactionChangesNothing() throws {
    try store.write { try $0.setMe(.test(1)) }
    let before = try store.read { try StoreDump($0) }
    try store.write("undo") { editor in #expect(throws: StoreError.self) { try editor.undo(1) } }
    #expect(try store.read { try StoreDump($0) } == before)
  }

  @Test func idsAreNeverUsedAgain() throws {
    try store.write { try $0.insert(.test(2, "Grace Hopper")) }
    try undo()
    try store.write { try $0.insert(.test(3, "Charles Babbage")) }
    #expect(try store.read { try $0.texts("SELECT id FROM entity ORDER BY id") } == ["1", "3"])
  }

  @Test func theHistoryOfARecord() throws {
    try store.write { try $0.insert(.test(2, "Grace Hopper")) }
    try rename("Augusta")
    try store.write { _ = try $0.insert(Relation(.test(2), .knows, .test(1))) }
    #expect(try store.read { try $0.history(of: .test(1)).map(\.number) } == [4, 3, 1])
    #expect(try store.read { try $0.history(of: .test(2)).map(\.number) } == [4, 2])
    #expect(try store.read { try $0.history(of: .test(2), limit: 1).map(\.number) } == [4])
    #expect(try store.read { try $0.history(of: .test(99)) } == [])
    try store.write { try $0.delete(.test(2)) }
    #expect(try store.read { try $0.history(of: .test(2)).map(\.number) } == [5, 2])
  }
}
