import GRDB

/// A first import into an empty store leaves the indexes aside and makes them at the end, over the sorted whole.
struct BulkLoad {
  private let connection: Connection

  /// Nil unless the store is as good as empty.
  init?(_ connection: Connection) throws {
    for table in ["entity", "relation", "interaction", "application"] {
      let some = try connection.statement("SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT 3)").firstInt() ?? 0
      guard some <= (table == "entity" ? 1 : 0) else { return nil }
    }
    self.connection = connection
    for name in Schema.deferrable.sorted() { try connection.execute("DROP INDEX \(name)") }
  }

  /// Makes the indexes. Where a file names a record twice, the first stays; returns how many went.
  func finish() throws -> (relations: Int, interactions: Int) {
    var removed = (relations: 0, interactions: 0)
    for index in Schema.indexes where Schema.deferrable.contains(index.name) {
      do {
        try connection.execute(index.sql)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        try removeDuplicates(for: index.name)
        if index.name == "relation_subject" { removed.relations = connection.database.changesCount }
        if index.name == "interaction_uuid" { removed.interactions = connection.database.changesCount }
        try connection.execute(index.sql)
      }
    }
    return removed
  }

  private func removeDuplicates(for index: String) throws {
    switch index {
    case "relation_subject":
      try connection.execute(
        """
        DELETE FROM relation WHERE id NOT IN
        (SELECT min(id) FROM relation GROUP BY subject, type, object, startDate, title)
        """)
    case "interaction_uuid":
      try connection.execute(
        """
        DELETE FROM participant WHERE interaction NOT IN (SELECT min(id) FROM interaction GROUP BY uuid);
        DELETE FROM interaction WHERE id NOT IN (SELECT min(id) FROM interaction GROUP BY uuid)
        """)
    default: break
    }
  }
}
