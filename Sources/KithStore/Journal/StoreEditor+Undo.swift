import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Takes back entry `number`, or the last one that is neither undone nor an undo itself; returns it.
  ///
  /// Taking back an undo does again what it had taken back.
  /// - Throws: ``StoreError``: no such entry, nothing to undo, undone before, or later entries build on it.
  public func undo(_ number: Int? = nil) throws -> HistoryEntry {
    let target = try entryToUndo(number)
    let later = try entriesBuilding(on: target.number)
    guard later.isEmpty else { throw StoreError.laterEntriesBuildOnIt(target.number, later: later) }
    let touched = try entityRows(touchedBy: target.number)
    for row in touched { try removeKeys(ofRow: row) }
    for table in JournaledTable.all { try deleteRows(insertedBy: target.number, in: table) }
    for table in JournaledTable.all { try restoreRows(changedBy: target.number, in: table) }
    for row in touched { try restoreKeys(ofRow: row) }
    try mark(target.number)
    return target
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
    // Doing something again makes its entry stand once more.
    let original = try connection.statement("SELECT undoes FROM journalEntry WHERE id = ? AND undoes IS NOT NULL")
    original.bind(1, number)
    if let original = try original.firstInt() {
      try connection.execute("UPDATE journalEntry SET undoneBy = NULL WHERE id = \(original)")
    }
  }

  // MARK: Rows

  private func deleteRows(insertedBy number: Int, in table: JournaledTable) throws {
    let ranges = try connection.cursor(
      "SELECT first, last FROM journalInsert WHERE entry = \(number) AND tableName = '\(table.name)'")
    while try ranges.step() {
      try connection.execute("DELETE FROM \(table.name) WHERE id BETWEEN \(ranges.int(0)) AND \(ranges.int(1))")
    }
  }

  /// Puts back the oldest version of each row that the entry changed and had not made itself: all of them are taken out
  /// first, so that no two are ever in each other's way.
  private func restoreRows(changedBy number: Int, in table: JournaledTable) throws {
    let versions = try oldestVersions(changedBy: number, in: table)
    let delete = try connection.statement("DELETE FROM \(table.name) WHERE id = ?")
    for version in versions {
      delete.bind(1, version.row)
      try delete.run()
    }
    let restore = try connection.statement(
      """
      INSERT INTO \(table.name) (\(table.columnList)) SELECT \(table.columnList) FROM \(table.past) WHERE change = ?
      """)
    for version in versions {
      restore.bind(1, version.change)
      try restore.run()
      try recordInsertion(into: table.name, first: version.row, last: version.row, isNew: false)
    }
  }

  private func oldestVersions(changedBy number: Int, in table: JournaledTable) throws -> [(row: Int64, change: Int64)] {
    let rows = try connection.cursor(
      """
      SELECT id, min(change) FROM \(table.past) WHERE entry = \(number) AND NOT EXISTS (
        SELECT 1 FROM journalInsert WHERE entry = \(number) AND tableName = '\(table.name)' AND isNew = 1
        AND \(table.past).id BETWEEN first AND last)
      GROUP BY id ORDER BY id
      """)
    var versions: [(row: Int64, change: Int64)] = []
    while try rows.step() { versions.append((rows.rowID(0), rows.rowID(1))) }
    return versions
  }

  // MARK: Entries that build on it

  /// Standing entries after `number` that changed, or refer to, rows which it inserted or changed.
  private func entriesBuilding(on number: Int) throws -> [Int] {
    var found = Set<Int>()
    for table in JournaledTable.all {
      let statement = try connection.cursor(
        """
        WITH touched (first, last) AS (
          SELECT first, last FROM journalInsert WHERE entry = \(number) AND tableName = '\(table.name)'
          UNION SELECT id, id FROM \(table.past) WHERE entry = \(number)),
        later (id) AS (
          SELECT id FROM journalEntry WHERE id > \(number) AND id < \(entry) AND undoneBy IS NULL
          AND (undoes IS NULL OR undoes = \(number)))
        SELECT DISTINCT past.entry FROM \(table.past) AS past, touched
        WHERE past.id BETWEEN touched.first AND touched.last AND past.entry IN (SELECT id FROM later)
        """)
      while try statement.step() { found.insert(statement.int(0)) }
    }
    for reference in StoreEditor.references { try collectReferrers(reference, to: number, into: &found) }
    return found.sorted()
  }

  private static let references: [(table: String, column: String, to: String)] = [
    ("relation", "subject", "entity"), ("relation", "object", "entity"), ("photo", "entity", "entity"),
    ("application", "company", "entity"), ("involvement", "person", "entity"),
    ("involvement", "application", "application"), ("interaction", "event", "entity"),
    ("interaction", "application", "application"), ("participant", "entity", "entity"),
    ("participant", "interaction", "interaction"),
  ]

  /// Entries whose new rows point at rows that entry `number` made.
  private func collectReferrers(
    _ reference: (table: String, column: String, to: String), to number: Int, into found: inout Set<Int>
  ) throws {
    let ranges = try connection.cursor(
      "SELECT first, last FROM journalInsert WHERE entry = \(number) AND tableName = '\(reference.to)' AND isNew = 1")
    while try ranges.step() {
      let referrers = try connection.cursor(
        """
        SELECT DISTINCT journalInsert.entry FROM \(reference.table) AS row JOIN journalInsert
        ON journalInsert.tableName = '\(reference.table)' AND row.id BETWEEN journalInsert.first AND journalInsert.last
        WHERE row.\(reference.column) BETWEEN \(ranges.int(0)) AND \(ranges.int(1))
        AND journalInsert.entry > \(number) AND journalInsert.entry < \(entry) AND journalInsert.isNew = 1
        """)
      while try referrers.step() { found.insert(referrers.int(0)) }
    }
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
      "SELECT \(EntityRow.columns) FROM \(EntityRow.source) WHERE entity.id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    return try statement.step() ? try EntityRow.read(from: statement) : nil
  }
}
