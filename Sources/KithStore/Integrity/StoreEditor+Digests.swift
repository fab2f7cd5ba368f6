extension StoreEditor {
  /// Brings the digests up to what this entry did. Called when the journal knows all of it.
  func recordDigests() throws {
    let ledger = DigestLedger(connection)
    let insertions = try insertions()
    let changed = try changedTables()
    for table in JournaledTable.all {
      let made = insertions.filter { $0.table == table.name }
      try recordNewRows(of: table, made, in: ledger)
      // Most commands only add: what else may have happened is asked for where the journal says that it did.
      if changed.contains(table.name) || made.contains(where: { !$0.isNew }) {
        try recordOldRows(of: table, made, in: ledger)
      }
      if changed.contains(table.name) { try ledger.add(DigestedTable(pastOf: table), where: "entry = \(entry)") }
    }
    try ledger.add(.entries, where: "id = \(entry)")
    try ledger.add(.insertions, where: "entry = \(entry)")
  }

  private typealias Insertion = (table: String, rows: ClosedRange<Int64>, isNew: Bool)

  private func insertions() throws -> [Insertion] {
    let statement = try connection.statement(
      "SELECT tableName, first, last, isNew FROM journalInsert WHERE entry = \(entry)")
    var found: [Insertion] = []
    while try statement.step() {
      found.append((statement.text(0), statement.rowID(1)...statement.rowID(2), statement.int(3) == 1))
    }
    return found
  }

  /// The tables of which the entry changed or removed rows; one statement for all, because each takes time to prepare.
  private func changedTables() throws -> Set<String> {
    let each = JournaledTable.all.map {
      "SELECT '\($0.name)' WHERE EXISTS (SELECT 1 FROM \($0.past) WHERE entry = \(entry))"
    }
    let statement = try connection.statement(each.joined(separator: " UNION ALL "))
    var names = Set<String>()
    while try statement.step() { names.insert(statement.text(0)) }
    return names
  }

  private func recordNewRows(of table: JournaledTable, _ made: [Insertion], in ledger: DigestLedger) throws {
    for insertion in made where insertion.isNew {
      try ledger.add(
        DigestedTable(table), where: "id BETWEEN \(insertion.rows.lowerBound) AND \(insertion.rows.upperBound)")
    }
  }

  /// Rows that were there before: changed, removed, or put back.
  private func recordOldRows(of table: JournaledTable, _ made: [Insertion], in ledger: DigestLedger) throws {
    let digested = DigestedTable(table)
    let isNew = made.filter(\.isNew).map { "id BETWEEN \($0.rows.lowerBound) AND \($0.rows.upperBound)" }
    let isOld = isNew.isEmpty ? "1" : "NOT (\(isNew.joined(separator: " OR ")))"
    try removeOriginals(of: table, where: isOld, from: ledger)
    let changed = "SELECT id FROM \(table.past) WHERE entry = \(entry)"
    try ledger.add(digested, where: "id IN (\(changed)) AND \(isOld)")
    // What an undo put back, a row each, after others had removed it.
    let restored =
      "SELECT first FROM journalInsert WHERE entry = \(entry) AND tableName = '\(table.name)' AND isNew = 0"
    try ledger.add(digested, where: "id IN (\(restored)) AND id NOT IN (\(changed))")
  }

  /// What rows were before the entry: the first of what it left of each.
  private func removeOriginals(of table: JournaledTable, where isOld: String, from ledger: DigestLedger) throws {
    let digested = DigestedTable(table)
    let originals = try connection.statement(
      """
      SELECT \(digested.columns.joined(separator: ", ")) FROM \(table.past)
      WHERE change IN (SELECT min(change) FROM \(table.past) WHERE entry = \(entry) GROUP BY id) AND \(isOld)
      """)
    while try originals.step() { try ledger.remove(digested, originals) }
  }
}
