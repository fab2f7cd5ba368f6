import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Takes back entry `number`, or the last one that is neither undone nor an undo itself; returns it.
  ///
  /// Taking back an undo does again what it had taken back.
  /// - Throws: ``StoreError``: no such entry, nothing to undo, undone before, or later entries build on it; then nothing
  ///   was changed.
  public func undo(_ number: Int? = nil) throws -> HistoryEntry {
    let target = try entryToUndo(number)
    try connection.database.inSavepoint {
      try takeBack(UndoConflicts(connection, undoing: target.number, in: entry))
      return .commit
    }
    return target
  }

  private func takeBack(_ conflicts: UndoConflicts) throws {
    let number = conflicts.number
    try conflicts.checkChanges()
    let touched = try entityRows(touchedBy: number)
    for row in touched { try removeKeys(ofRow: row) }
    for table in JournaledTable.all { try deleteRows(insertedBy: number, in: table) }
    for table in JournaledTable.all { try restoreRows(changedBy: number, in: table, conflicts) }
    for row in touched { try restoreKeys(ofRow: row) }
    try conflicts.checkReferences()
    try mark(number)
  }

  private func entryToUndo(_ number: Int?) throws -> HistoryEntry {
    let entries = try graph.history().filter { $0.number < entry }
    guard let number else {
      guard let last = entries.first(where: { $0.undoneBy == nil && $0.undoes == nil }) else {
        throw StoreError.nothingToUndo
      }
      return last
    }
    guard let chosen = entries.first(where: { $0.number == number }) else { throw StoreError.noSuchEntry(number) }
    if chosen.undoneBy != nil { throw StoreError.alreadyUndone(number) }
    return chosen
  }

  private func mark(_ number: Int) throws {
    try connection.execute("UPDATE journalEntry SET undoneBy = \(entry) WHERE id = \(number)")
    try connection.execute("UPDATE journalEntry SET undoes = \(number) WHERE id = \(entry)")
    // What an undone undo had taken back stands once more, what that had taken back is undone again, and so on.
    let origin = try connection.statement("SELECT undoes FROM journalEntry WHERE id = ? AND undoes IS NOT NULL")
    var (link, stands) = (number, true)
    while true {
      origin.bind(1, link)
      guard let original = try origin.firstInt() else { return }
      try connection.execute(
        "UPDATE journalEntry SET undoneBy = \(stands ? "NULL" : "\(link)") WHERE id = \(original)")
      (link, stands) = (original, !stands)
    }
  }

  // MARK: Rows

  private func deleteRows(insertedBy number: Int, in table: JournaledTable) throws {
    let ranges = try connection.cursor(
      "SELECT first, last FROM journalInsert WHERE entry = \(number) AND tableName = '\(table.name)'")
    let delete = try connection.statement("DELETE FROM \(table.name) WHERE id BETWEEN ? AND ?")
    while try ranges.step() {
      delete.bind(1, ranges.rowID(0))
      delete.bind(2, ranges.rowID(1))
      try delete.run()
    }
  }

  /// Puts back the oldest version of each row that the entry changed and had not made itself: all of them are taken out
  /// first, so that no two are ever in each other's way.
  private func restoreRows(changedBy number: Int, in table: JournaledTable, _ conflicts: UndoConflicts) throws {
    let versions = try oldestVersions(changedBy: number, in: table)
    let delete = try connection.statement("DELETE FROM \(table.name) WHERE id = ?")
    for version in versions {
      delete.bind(1, version.row)
      try delete.run()
    }
    let restore = try connection.statement(
      """
      INSERT OR IGNORE INTO \(table.name) (\(table.columnList))
      SELECT \(table.columnList) FROM \(table.past) WHERE change = ?
      """)
    for version in versions {
      restore.bind(1, version.change)
      try restore.run()
      guard sqlite3_changes(connection.database.sqliteConnection) > 0 else {
        throw try conflicts.placeTaken(of: version.change, in: table)
      }
      try recordInsertion(into: table.name, first: version.row, last: version.row, isNew: false)
    }
  }

  private func oldestVersions(changedBy number: Int, in table: JournaledTable) throws -> [(row: Int64, change: Int64)] {
    let made = try connection.cursor(
      "SELECT first, last FROM journalInsert WHERE entry = \(number) AND tableName = '\(table.name)' AND isNew = 1")
    let new = try made.step() ? made.rowID(0)...made.rowID(1) : nil
    let rows = try connection.cursor(
      "SELECT id, min(change) FROM \(table.past) WHERE entry = \(number) GROUP BY id ORDER BY id")
    var versions: [(row: Int64, change: Int64)] = []
    while try rows.step() {
      let row = rows.rowID(0)
      if new?.contains(row) != true { versions.append((row, rows.rowID(1))) }
    }
    return versions
  }

  // MARK: Lookup keys

  private func entityRows(touchedBy number: Int) throws -> [Int64] {
    let statement = try connection.cursor(
      """
      SELECT entity.id FROM journalInsert JOIN entity ON entity.id BETWEEN first AND last
      WHERE entry = \(number) AND tableName = 'entity'
      UNION SELECT id FROM entityPast WHERE entry = \(number) ORDER BY 1
      """)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows
  }

  private func removeKeys(ofRow row: Int64) throws {
    if let entity = try graph.entity(atRow: row) { try replaceKeys(LookupKey.keys(of: entity), by: [], of: row) }
  }

  private func restoreKeys(ofRow row: Int64) throws {
    if let entity = try graph.entity(atRow: row) { try replaceKeys([], by: LookupKey.keys(of: entity), of: row) }
  }
}

extension StoredGraph {
  func entity(atRow row: Int64) throws -> Entity? {
    let statement = try connection.statement(
      "SELECT \(EntityRow.columnsWithPhoto) FROM \(EntityRow.sourceWithPhoto) WHERE entity.id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    return try statement.step() ? try EntityRow.readWithPhoto(from: statement) : nil
  }
}
