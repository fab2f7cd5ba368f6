import GRDBSQLite
import KithCore

extension StoredGraph {
  /// Whether the full-text index holds what the graph says, and finds all that it holds.
  func searchFindings() throws -> [IntegrityFinding] {
    var details: [String] = []
    do {
      let entities = try differingEntities()
      let interactions = try differingInteractions()
      if entities > 0 { details.append("\(entities) records have other words") }
      if interactions > 0 { details.append("\(interactions) interactions have other words") }
    } catch { details.append("its rows cannot be read") }
    for table in ["search", "interactionSearch"] where !isSound(table) {
      details.append("the index of \(table) does not fit its rows")
    }
    return details.map { IntegrityFinding(.wordsAreThere, $0, mending: .rebuildSearch) }
  }

  private func differingEntities() throws -> Int {
    let stored = try connection.cursor("SELECT rowid, name, work, tag, note FROM search ORDER BY rowid")
    var hasRow = try stored.step()
    var differing = 0
    let last = Int64(try connection.statement("SELECT max(id) FROM entity").firstInt() ?? 0)
    let texts = try EntityTexts(of: 0...last, connection, SearchPlaces(connection))
    while try texts.next() {
      while hasRow, stored.rowID(0) < texts.row {
        differing += 1
        hasRow = try stored.step()
      }
      if hasRow, stored.rowID(0) == texts.row {
        if !SearchIndex.holds(texts.fields, stored, at: 1) { differing += 1 }
        hasRow = try stored.step()
      } else {
        differing += 1
      }
    }
    while hasRow {
      differing += 1
      hasRow = try stored.step()
    }
    return differing
  }

  private func differingInteractions() throws -> Int {
    let both = try connection.cursor(
      """
      SELECT interaction.summary, stored.summary FROM interaction
      LEFT JOIN interactionSearch AS stored ON stored.rowid = interaction.id ORDER BY interaction.id
      """)
    var text = SearchText()
    var differing = 0
    while try both.step() {
      text.clear()
      text.append(both.text(0))
      if !both.textBytes(1).elementsEqual(text.bytes) { differing += 1 }
    }
    let astray =
      "SELECT count(*) FROM interactionSearch WHERE rowid NOT IN (SELECT id FROM interaction)"
    return try differing + (connection.statement(astray).firstInt() ?? 0)
  }

  /// FTS5's own check of an index against its rows. It is a write that writes nothing: where none is allowed, a copy is
  /// checked.
  private func isSound(_ table: String) -> Bool {
    let isReadOnly = sqlite3_db_readonly(connection.database.sqliteConnection, "main") == 1
    do {
      if isReadOnly { try copy(table) }
      let name = isReadOnly ? "\(table)Copy" : table
      defer { if isReadOnly { try? connection.execute("DROP TABLE temp.\(name)") } }
      try connection.execute("INSERT INTO \(name) (\(name)) VALUES ('integrity-check')")
      return true
    } catch { return false }
  }

  private func copy(_ table: String) throws {
    try connection.execute(Schema.searchTable(table, as: "temp.\(table)Copy"))
    try SearchIndex.copy("main.\(table)", to: "temp.\(table)Copy", connection)
  }
}
