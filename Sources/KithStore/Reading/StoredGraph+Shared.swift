import KithCore

extension StoredGraph {
  /// Whom and what two entities are both tied to, by whatever relation: people first, each kind in the order in which it
  /// was recorded.
  ///
  /// Reads the neighbours of `one`; those of `other`, who may be many, are only probed.
  public func shared(by one: Identifier, and other: Identifier, limit: Int) throws -> [EntitySummary] {
    guard let row = try rowID(of: one), let otherRow = try rowID(of: other) else { return [] }
    let statement = try connection.statement(StoredGraph.sharedSQL)
    statement.bind(1, row)
    statement.bind(2, otherRow)
    statement.bind(3, max(0, limit))
    return try summaries(statement)
  }

  static let sharedSQL: String = {
    let codes = RelationType.ties.map { String($0.code) }.sorted().joined(separator: ", ")
    return """
      SELECT near.uuid, near.kind, near.name FROM (
        SELECT object AS id FROM relation WHERE subject = ?1 AND type IN (\(codes))
        UNION SELECT subject FROM relation WHERE object = ?1 AND type IN (\(codes))
      ) AS neighbour CROSS JOIN entity AS near ON near.id = neighbour.id
      WHERE near.id NOT IN (?1, ?2) AND (
        EXISTS (SELECT 1 FROM relation WHERE subject = ?2 AND type IN (\(codes)) AND object = near.id)
        OR EXISTS (SELECT 1 FROM relation WHERE object = ?2 AND type IN (\(codes)) AND subject = near.id))
      ORDER BY near.kind, near.id LIMIT ?3
      """
  }()
}
