import GRDB

extension SearchIndex {
  /// Makes the whole index anew, whatever state it is in.
  func rebuild() throws {
    for table in ["search", "interactionSearch"] { try drop(table) }
    try connection.execute(Schema.searchTables)
    let entities = try lastRow(of: "entity")
    let interactions = try lastRow(of: "interaction")
    try loading(entities + interactions) {
      if entities > 0 { try addEntities(1...entities) }
      if interactions > 0 { try addInteractions(1...interactions) }
    }
  }

  /// FTS5 cannot even open an index whose first record is gone: to be dropped, it gets the rows of an empty one.
  private func drop(_ table: String) throws {
    do { try connection.execute("DROP TABLE \(table)") } catch is DatabaseError {
      try connection.execute(Schema.searchTable(table, as: "temp.\(table)Empty"))
      try SearchIndex.copy("temp.\(table)Empty", to: "main.\(table)", connection)
      try connection.execute("DROP TABLE temp.\(table)Empty; DROP TABLE \(table)")
    }
  }

  /// Gives one full-text table the rows of another, past FTS5.
  static func copy(_ source: String, to target: String, _ connection: Connection) throws {
    for part in Schema.searchParts {
      try connection.execute(
        "DELETE FROM \(target)_\(part); INSERT INTO \(target)_\(part) SELECT * FROM \(source)_\(part)")
    }
  }

  private func lastRow(of table: String) throws -> Int64 {
    Int64(try connection.statement("SELECT max(id) FROM \(table)").firstInt() ?? 0)
  }

  /// Runs `body`, which adds about `count` rows. Many of them are gathered in memory and written in few, large segments,
  /// which costs a fifth less and leaves little for a search to merge.
  func loading(_ count: Int64, _ body: () throws -> Void) throws {
    guard count > Int64(SearchIndex.many) else { return try body() }
    try configure(hashSize: 16 << 20, automerge: 0, crisisMerge: 1000)
    try body()
    try configure(hashSize: 1 << 20, automerge: 4, crisisMerge: 16)
    if try isMost(count) { try mergeSegments() }
  }

  private func isMost(_ count: Int64) throws -> Bool {
    try 2 * count >= lastRow(of: "entity") + lastRow(of: "interaction")
  }

  /// Now, in one pass: FTS5 would let the next commands that record somebody do it, a piece each.
  private func mergeSegments() throws {
    for table in ["search", "interactionSearch"] {
      try connection.execute("INSERT INTO \(table) (\(table)) VALUES ('optimize')")
    }
  }

  static let many = 5000

  /// FTS5's own settings; the second time its defaults.
  private func configure(hashSize: Int, automerge: Int, crisisMerge: Int) throws {
    for table in ["search", "interactionSearch"] {
      for (name, value) in [("hashsize", hashSize), ("automerge", automerge), ("crisismerge", crisisMerge)] {
        try connection.execute("INSERT INTO \(table) (\(table), rank) VALUES ('\(name)', \(value))")
      }
    }
  }
}
