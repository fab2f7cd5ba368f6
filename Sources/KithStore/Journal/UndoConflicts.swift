import KithCore

/// Finds what stands in the way of taking back an entry: standing entries after it that changed the same rows, that
/// point at rows which it made, or that took the place of rows which it removed.
struct UndoConflicts {
  let number: Int
  private let connection: Connection
  /// Later entries whose changes are still there. An undo counts only if what it undid is older than this entry;
  /// otherwise the two cancel each other.
  private let later: String

  init(_ connection: Connection, undoing number: Int, in entry: Int) {
    self.connection = connection
    self.number = number
    later = """
      SELECT id FROM journalEntry WHERE id > \(number) AND id < \(entry) AND undoneBy IS NULL
      AND (undoes IS NULL OR undoes < \(number))
      """
  }

  /// - Throws: ``StoreError/laterEntriesBuildOnIt(_:later:)``
  func checkChanges() throws {
    var found = Set<Int>()
    for table in JournaledTable.all {
      try collect(
        """
        SELECT DISTINCT later.id FROM (\(later)) AS later CROSS JOIN \(table.past) AS change ON change.entry = later.id
        WHERE \(isTouched("change.id", in: table.name, by: "\(number)"))
        """, into: &found)
    }
    if !found.isEmpty { throw StoreError.laterEntriesBuildOnIt(number, later: found.sorted()) }
  }

  /// Whether an entry changed or inserted a row. Ranges of one entry do not overlap, so that one probe is enough.
  private func isTouched(_ row: String, in table: String, by entry: String) -> String {
    """
    (EXISTS (SELECT 1 FROM \(table)Past AS touched WHERE touched.entry = \(entry) AND touched.id = \(row))
    OR \(row) <= (SELECT last FROM journalInsert WHERE entry = \(entry) AND tableName = '\(table)' AND first <= \(row)
      ORDER BY first DESC LIMIT 1))
    """
  }

  // MARK: After the rows were taken back

  /// The error for a row that cannot come back because another one has its key.
  func placeTaken(of change: Int64, in table: JournaledTable) throws -> StoreError {
    let same = table.key.map { "row.\($0) = old.\($0)" }.joined(separator: " AND ")
    return try conflict(
      "SELECT '\(table.name)', row.id FROM \(table.past) AS old JOIN \(table.name) AS row ON \(same) WHERE change = \(change)"
    ) ?? .laterEntriesBuildOnIt(number, later: [])
  }

  /// - Throws: ``StoreError/laterEntriesBuildOnIt(_:later:)`` if a row points at none any more.
  func checkReferences() throws {
    for reference in UndoConflicts.references {
      if let error = try conflict(pointingAtRemoved(reference)) { throw error }
      if let error = try conflict(restoredWithoutEnd(reference)) { throw error }
    }
    if let error = try conflict(relationToldAgain) { throw error }
    if let query = try ownerIsGone(), let error = try conflict(query) { throw error }
  }

  private typealias Reference = (table: String, column: String, to: String)

  private static let references: [Reference] = [
    ("relation", "subject", "entity"), ("relation", "object", "entity"), ("photo", "entity", "entity"),
    ("application", "company", "entity"), ("involvement", "person", "entity"),
    ("involvement", "application", "application"), ("interaction", "event", "entity"),
    ("interaction", "application", "application"), ("participant", "entity", "entity"),
    ("participant", "interaction", "interaction"), ("followUp", "entity", "entity"), ("followUp", "event", "entity"),
    ("followUp", "application", "application"), ("followUp", "interaction", "interaction"),
    ("feedback", "giver", "entity"), ("feedback", "application", "application"), ("keepInTouch", "entity", "entity"),
    ("introduction", "connector", "entity"), ("introduction", "person", "entity"),
    ("introduction", "application", "application"),
  ]

  /// Rows that point at rows which the entry had inserted.
  private func pointingAtRemoved(_ reference: Reference) -> String {
    """
    SELECT '\(reference.table)', row.id FROM journalInsert
    CROSS JOIN \(reference.table) AS row ON row.\(reference.column) >= first AND row.\(reference.column) <= last
    WHERE entry = \(number) AND tableName = '\(reference.to)'
    AND NOT EXISTS (SELECT 1 FROM \(reference.to) AS target WHERE target.id = row.\(reference.column))
    """
  }

  /// The missing ends of rows that were put back.
  private func restoredWithoutEnd(_ reference: Reference) -> String {
    """
    SELECT DISTINCT '\(reference.to)', row.\(reference.column) FROM \(reference.table)Past AS old
    CROSS JOIN \(reference.table) AS row ON row.id = old.id
    WHERE old.entry = \(number) AND row.\(reference.column) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM \(reference.to) AS target WHERE target.id = row.\(reference.column))
    """
  }

  /// Relations like one that was put back, which differ in what their index alone tells apart.
  private var relationToldAgain: String {
    """
    SELECT DISTINCT 'relation', other.id FROM relationPast AS old CROSS JOIN relation AS row ON row.id = old.id
    CROSS JOIN relation AS other ON other.subject = row.subject AND other.type = row.type AND other.object = row.object
    AND other.startDate = row.startDate AND other.title = row.title AND other.id <> row.id
    WHERE old.entry = \(number)
    """
  }

  /// The setting, and the owner that it names, if the owner is gone.
  private func ownerIsGone() throws -> String? {
    let graph = StoredGraph(connection)
    guard let me = try graph.me(), try graph.rowID(of: me) == nil else { return nil }
    return """
      SELECT 'setting', id FROM setting WHERE name = 'me'
      UNION SELECT 'entity', id FROM entityPast WHERE uuid = x'\(me.description.replacing("-", with: ""))'
      """
  }

  /// The entries that touched the rows that `query` finds (table, id); nil if it finds none.
  private func conflict(_ query: String) throws -> StoreError? {
    let rows = try connection.cursor(query)
    var found: Set<Int>?
    while try rows.step() {
      var entries = found ?? []
      let table = rows.text(0)
      try collect(
        "SELECT id FROM (\(later)) AS later WHERE \(isTouched("\(rows.rowID(1))", in: table, by: "later.id"))",
        into: &entries)
      found = entries
    }
    return found.map { .laterEntriesBuildOnIt(number, later: $0.sorted()) }
  }

  private func collect(_ query: String, into entries: inout Set<Int>) throws {
    let statement = try connection.cursor(query)
    while try statement.step() { entries.insert(statement.int(0)) }
  }
}
