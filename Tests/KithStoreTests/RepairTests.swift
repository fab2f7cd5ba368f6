import Foundation
import GRDB
import KithConformance
import KithCore
import Testing

@testable import KithStore

/// What another hand did to a store is found; what needs no guess is set right, and undo takes that back.
struct RepairTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try FileManager.default.copyItem(atPath: RepairTests.file("version2.sqlite"), toPath: store.path)
    #expect(try store.read { try $0.check() } == [])
  }

  private static func file(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Stores/\(name)")
      .path
  }

  /// As another program would: without triggers, references and digests.
  private func damage(_ sql: String) throws {
    let queue = try DatabaseQueue(path: store.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
      for name in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try database.execute(sql: "DROP TRIGGER \(name)")
      }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger) }
    }
    try queue.close()
  }

  private func rules() throws -> Set<IntegrityRule> { Set(try store.read { try $0.check() }.map(\.rule)) }

  private static let derived: [(sql: String, broken: Set<IntegrityRule>)] = [
    ("DELETE FROM lookup WHERE key = 'ada'", [.keyIsThere]),
    ("INSERT INTO lookup VALUES (1, 'byron', 1)", [.keyLeadsSomewhere]),
    ("UPDATE highWater SET id = id + 1 WHERE tableName = 'photo'", [.newNumbers]),
    ("UPDATE highWater SET id = 1 WHERE tableName = 'relation'", [.newNumbers]),
    ("UPDATE journalEntry SET undoneBy = 3 WHERE id = 2", [.undoneBy]),
  ]

  @Test(arguments: RepairTests.derived)
  func whatIsDerivedIsMadeAnew(_ sql: String, _ broken: Set<IntegrityRule>) throws {
    let before = try store.read { try StoreDump($0) }
    try damage(sql)
    #expect(try rules() == broken)
    let repair = try store.write("check --repair") { try $0.repair(accepting: false) }
    #expect(Set(repair.mended.map(\.rule)) == broken)
    #expect(repair.left == [])
    #expect(try store.read { try $0.check() } == [])
    #expect(try store.read { try StoreDump($0) } == before)
    try store.write { try $0.insert(.test(77, "Charles Babbage")) }
    #expect(try store.read { try $0.check() } == [])
  }

  @Test(arguments: [
    ("UPDATE relation SET type = 99 WHERE id = 1", IntegrityRule.relationType),
    ("UPDATE relation SET type = 6 WHERE type = 1", .relationEnds),
    ("UPDATE followUp SET interaction = 99", .targetIsThere),
    ("UPDATE participant SET interaction = 99 WHERE id = 1", .targetIsThere),
    ("UPDATE keepInTouch SET due = due + 1", .intervalDue),
    ("UPDATE setting SET value = '00000000-0000-4000-8000-000000000000' WHERE name = 'me'", .owner),
  ])
  func aRowThatCannotBeMeantIsSetRightInOneEntry(_ sql: String, _ rule: IntegrityRule) throws {
    try damage(sql)
    #expect(try rules().isSuperset(of: [rule, .unchangedRows]))
    let entries = try store.read { try $0.history().count }
    let repair = try store.write("check --repair") { try $0.repair(accepting: false) }
    #expect(repair.mended.map(\.rule).contains(rule))
    #expect(repair.left.allSatisfy { $0.rule == .unchangedRows })
    #expect(!repair.left.isEmpty, "the row stays known as one that another hand changed")
    #expect(try !rules().contains(rule))
    #expect(try store.read { try $0.history().count } == entries + 1)
    let accepted = try store.write("check --repair --accept") { try $0.repair(accepting: true) }
    #expect(accepted.left == [])
    #expect(try store.read { try $0.check() } == [])
  }

  @Test func aRepairCanBeTakenBack() throws {
    try damage("UPDATE keepInTouch SET due = due + 1")
    let broken = try store.read { try StoreDump($0) }
    _ = try store.write("check --repair") { try $0.repair(accepting: false) }
    #expect(try store.read { try StoreDump($0) } != broken)
    _ = try store.write("undo") { try $0.undo() }
    #expect(try store.read { try StoreDump($0) } == broken)
  }

  @Test(arguments: [
    "UPDATE entity SET name = 'Grace Hooper' WHERE name = 'Grace Hopper'",
    "UPDATE interaction SET summary = summary || ' '", "UPDATE relation SET startDate = startDate + 1 WHERE id = 1",
    "UPDATE entityPast SET name = 'x'", "DELETE FROM feedback", "UPDATE journalEntry SET summary = 'x' WHERE id = 2",
    "UPDATE journalInsert SET last = last + 1 WHERE entry = 2 AND tableName = 'entity'",
    "INSERT INTO setting VALUES (9, 'x', 'y')",
    "UPDATE entity SET properties = replace(properties, 'x.example', 'y.example')",
    "UPDATE feedback SET text = text || char(0)",
  ])
  func aChangeByAnotherHandIsFound(_ sql: String) throws {
    try damage(sql)
    #expect(try rules().contains(.unchangedRows))
    try store.write { try $0.insert(.test(78, "Luigi Menabrea")) }
    #expect(try rules().contains(.unchangedRows), "what is written beside it does not hide it")
  }

  @Test(arguments: [
    "DROP INDEX followUp_due", "CREATE TABLE other (x)", "DROP TRIGGER entityUpdated", "PRAGMA user_version = 2",
  ])
  func anotherSchemaIsFound(_ sql: String) throws {
    let queue = try DatabaseQueue(path: store.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    #expect(try rules().contains(.knownSchema))
  }

  @Test func everyRuleIsNamedOnce() {
    #expect(Set(IntegrityRule.allCases.map(\.rawValue)).count == IntegrityRule.allCases.count)
  }

  /// Each bit of a row counts, whatever its type.
  @Test func digestsTellRowsApart() throws {
    let queue = try DatabaseQueue()
    let values = [
      "NULL", "0", "1", "-1", "'1'", "x'31'", "''", "x''", "0.0", "1.0", "'ab'", "'abc'", "'a'||char(0)", "'12345678'",
      "'123456789'", "x'00'", "x'0000'",
    ]
    let digests = try queue.read { database in
      try values.map { value in
        let statement = try Connection(database).cursor("SELECT \(value), 7")
        _ = try statement.step()
        return RowDigest.of(statement, columns: 2)
      }
    }
    #expect(Set(digests).count == values.count)
  }
}
