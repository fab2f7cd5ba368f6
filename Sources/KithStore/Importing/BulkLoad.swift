import GRDB

/// A first import into an empty store leaves the indexes aside and makes them at the end, over the sorted whole.
final class BulkLoad {
  private let connection: Connection
  /// The names of the indexes that are there again.
  private var made = Set<String>()
  private var removed = (relations: 0, interactions: 0)

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
    for index in Schema.indexes where Schema.deferrable.contains(index.name) { try make(index) }
    removed.relations += try removeDoubleRelations()
    return removed
  }

  var hasIndexedInteractions: Bool { made.contains("interaction_uuid") }

  /// Lets interactions be found by id before the end, for records that name them.
  func indexInteractions() throws {
    for index in Schema.indexes where index.name == "interaction_uuid" { try make(index) }
  }

  private func make(_ index: (name: String, sql: String)) throws {
    guard made.insert(index.name).inserted else { return }
    do {
      try connection.execute(index.sql)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      if index.name == "interaction_uuid" { removed.interactions = try removeDoubleInteractions() }
      if index.name == "relation_subject" { removed.relations = try removeDoubleRelations() }
      try connection.execute(index.sql)
    }
  }

  private func removeDoubleInteractions() throws -> Int {
    try connection.execute(
      """
      DELETE FROM participant WHERE interaction NOT IN (SELECT min(id) FROM interaction GROUP BY uuid);
      DELETE FROM interaction WHERE id NOT IN (SELECT min(id) FROM interaction GROUP BY uuid)
      """)
    return connection.database.changesCount
  }

  /// Relations are the same by fewer columns than their index has.
  private func removeDoubleRelations() throws -> Int {
    let same = "FROM relation GROUP BY subject, type, object, startDate, title"
    let some = try connection.statement("SELECT 1 \(same) HAVING count(*) > 1 LIMIT 1").firstInt()
    guard some != nil else { return 0 }
    try connection.execute("DELETE FROM relation WHERE id NOT IN (SELECT min(id) \(same))")
    return connection.database.changesCount
  }
}
