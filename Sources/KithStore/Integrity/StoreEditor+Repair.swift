import GRDB
import KithCore

/// What a repair did, and what it could not.
public struct Repair: Sendable {
  public var mended: [IntegrityFinding] = []
  public var left: [IntegrityFinding] = []
}

extension StoreEditor {
  /// Sets right what can be set right without a guess.
  ///
  /// Rows of the graph change as by any command, and can be taken back. With `accepting`, rows that another hand changed
  /// count as they are from now on.
  public func repair(accepting: Bool) throws -> Repair {
    let found = try graph.check()
    let changed = found.filter { $0.rule == .unchangedRows }
    var repair = Repair(left: found.filter { $0.rule != .unchangedRows })
    // What is gone may have been what something else points at.
    for _ in 0..<StoreEditor.mostPasses where repair.left.contains(where: \.isMendable) {
      let mendable = repair.left.filter(\.isMendable)
      for mending in mendable.compactMap(\.mending).unique { try attempt { try mend(mending) } }
      repair.mended += mendable
      repair.left = try graph.check().filter { $0.rule != .unchangedRows }
    }
    if accepting { repair.mended += changed } else { repair.left += changed }
    acceptsRows = accepting && !changed.isEmpty
    isRepair = !repair.mended.isEmpty
    return repair
  }

  private static let mostPasses = 5

  private func mend(_ mending: IntegrityFinding.Mending) throws {
    switch mending {
    case .rebuildKeys: try rebuildKeys()
    case .rebuildSearch: try rebuildSearch()
    case .rebuildIndexes: try connection.execute("REINDEX")
    case .correctHighWater: try correctHighWater()
    case .correctUndoneBy: try correctUndoneBy()
    case .forgetOwner: try connection.execute("DELETE FROM setting WHERE name = 'me'")
    case .removeRow(let table, let row): try run("DELETE FROM \(table) WHERE id = ?", row)
    case .clearColumn(let table, let column, let row):
      try run("UPDATE \(table) SET \(column) = NULL WHERE id = ?", row)
    case .makeRelated(let row): try makeRelated(row)
    case .correctInterval(let row): try correctInterval(row)
    case .acceptRows: break
    }
  }

  private func run(_ sql: String, _ row: Int64) throws {
    let statement = try connection.statement(sql)
    statement.bind(1, row)
    try statement.run()
  }

  private func rebuildKeys() throws {
    try connection.execute("DELETE FROM lookup")
    let rows = try connection.cursor("SELECT \(EntityRow.columns) FROM entity ORDER BY entity.id")
    while try rows.step() {
      guard let entity = try? EntityRow.read(from: rows) else { continue }
      try replaceKeys([], by: LookupKey.keys(of: entity), of: rows.rowID(0))
    }
  }

  /// Where the two are related already, there is nothing more to say.
  private func makeRelated(_ row: Int64) throws {
    do {
      try run("UPDATE relation SET type = \(RelationType.related.code) WHERE id = ?", row)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      try run("DELETE FROM relation WHERE id = ?", row)
    }
  }

  private func correctInterval(_ row: Int64) throws {
    guard let kept = try graph.keepInTouch(atRow: row) else { return }
    let update = try connection.statement("UPDATE keepInTouch SET due = ? WHERE id = ?")
    update.bind(1, kept.due)
    update.bind(2, row)
    try update.run()
  }

  private func correctHighWater() throws {
    let update = try connection.statement("UPDATE highWater SET id = ? WHERE tableName = ?")
    for table in JournaledTable.all {
      let last = try graph.lastNumber(of: table)
      update.bind(1, last)
      update.bind(2, table.name)
      try update.run()
      number(table, after: Int64(last))
    }
  }

  private func correctUndoneBy() throws {
    let undoneBy = try graph.undoneBy()
    try connection.execute("UPDATE journalEntry SET undoneBy = NULL WHERE undoneBy IS NOT NULL")
    for (entry, by) in undoneBy {
      try connection.execute("UPDATE journalEntry SET undoneBy = \(by) WHERE id = \(entry)")
    }
  }
}
