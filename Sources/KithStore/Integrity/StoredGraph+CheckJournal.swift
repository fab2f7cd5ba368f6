extension StoredGraph {
  func journalFindings() throws -> [IntegrityFinding] { try highWaterFindings() + entryFindings() + undoneFindings() }

  /// The number after which the next row of each table is numbered.
  private func highWaterFindings() throws -> [IntegrityFinding] {
    try JournaledTable.all.compactMap { table in
      guard try highWater(of: table) != lastNumber(of: table) else { return nil }
      return IntegrityFinding(
        .newNumbers, "the last number of \(table.name) is not the one in the journal", mending: .correctHighWater)
    }
  }

  private func highWater(of table: JournaledTable) throws -> Int? {
    try connection.statement("SELECT id FROM highWater WHERE tableName = '\(table.name)'").firstInt()
  }

  /// The greatest that a row of the table has or had.
  func lastNumber(of table: JournaledTable) throws -> Int {
    let made = "SELECT max(last) FROM journalInsert WHERE tableName = '\(table.name)'"
    let there = "SELECT max(id) FROM \(table.name)"
    return try connection.statement("SELECT max(ifnull((\(made)), 0), ifnull((\(there)), 0))").firstInt() ?? 0
  }

  private func entryFindings() throws -> [IntegrityFinding] {
    let tables = ["journalInsert"] + JournaledTable.all.map(\.past)
    return try tables.compactMap { table in
      let lost = "SELECT 1 FROM \(table) WHERE entry NOT IN (SELECT id FROM journalEntry) LIMIT 1"
      guard try connection.statement(lost).firstInt() != nil else { return nil }
      return IntegrityFinding(.entryIsThere, "\(table) has rows of an entry that is gone")
    }
  }

  private func undoneFindings() throws -> [IntegrityFinding] {
    let expected = try undoneBy()
    let rows = try connection.cursor("SELECT id, undoneBy FROM journalEntry")
    var findings: [IntegrityFinding] = []
    while try rows.step() {
      guard expected[rows.int(0)] != (rows.isNull(1) ? nil : rows.int(1)) else { continue }
      findings.append(
        IntegrityFinding(.undoneBy, "entry \(rows.int(0)) is not undone by what it says", mending: .correctUndoneBy))
    }
    return findings
  }

  /// Which entry took back which, as follows from what each entry says that it undoes: by taking back an undo, what that
  /// had taken back stands again.
  func undoneBy() throws -> [Int: Int] {
    var (undoes, undoneBy): ([Int: Int], [Int: Int]) = ([:], [:])
    let rows = try connection.cursor("SELECT id, undoes FROM journalEntry WHERE undoes IS NOT NULL ORDER BY id")
    while try rows.step() {
      let (entry, target) = (rows.int(0), rows.int(1))
      undoes[entry] = target
      undoneBy[target] = entry
      var (link, stands) = (target, true)
      while let original = undoes[link], original < link {
        undoneBy[original] = stands ? nil : link
        (link, stands) = (original, !stands)
      }
    }
    return undoneBy
  }
}
