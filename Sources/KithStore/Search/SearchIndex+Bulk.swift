extension SearchIndex {
  /// Makes the whole index anew, whatever state it is in.
  func rebuild() throws {
    try connection.execute("DROP TABLE search; DROP TABLE interactionSearch;" + Schema.searchTables)
    let entities = try lastRow(of: "entity")
    let interactions = try lastRow(of: "interaction")
    try loading(entities + interactions) {
      if entities > 0 { try addEntities(1...entities) }
      if interactions > 0 { try addInteractions(1...interactions) }
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
