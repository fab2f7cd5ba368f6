import KithCore

/// One command that changed the graph.
public struct HistoryEntry: Sendable, Equatable {
  /// Counts from 1.
  public let number: Int
  public let at: Timestamp
  public let command: String
  public let summary: String
  /// The entry that this one took back.
  public let undoes: Int?
  /// The entry that took this one back.
  public let undoneBy: Int?
}

extension StoredGraph {
  /// What was done, the latest first; with `id`, only what touched that entity or its relations.
  public func history(of id: Identifier? = nil, limit: Int = .max) throws -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    let filter = try id.map { try entriesTouching($0) }
    let statement = try connection.cursor(
      "SELECT id, at, command, summary, undoes, undoneBy FROM journalEntry ORDER BY id DESC")
    while entries.count < limit, try statement.step() {
      if let filter, !filter.contains(statement.int(0)) { continue }
      entries.append(
        HistoryEntry(
          number: statement.int(0), at: Timestamp(secondsSince1970: statement.int(1)), command: statement.text(2),
          summary: statement.text(3), undoes: statement.isNull(4) ? nil : statement.int(4),
          undoneBy: statement.isNull(5) ? nil : statement.int(5)))
    }
    return entries
  }

  private func entriesTouching(_ id: Identifier) throws -> Set<Int> {
    let past = try connection.statement("SELECT id FROM entityPast WHERE uuid = ? LIMIT 1")
    past.bind(1, id)
    guard let row = try rowID(of: id) ?? past.firstInt().map(Int64.init) else { return [] }
    let statement = try connection.cursor(
      """
      SELECT entry FROM entityPast WHERE id = ?1
      UNION SELECT entry FROM relationPast WHERE subject = ?1 OR object = ?1
      UNION SELECT entry FROM journalInsert WHERE tableName = 'entity' AND ?1 BETWEEN first AND last
      UNION SELECT entry FROM journalInsert JOIN relation ON relation.id BETWEEN first AND last
        WHERE tableName = 'relation' AND (relation.subject = ?1 OR relation.object = ?1)
      UNION SELECT entry FROM journalInsert JOIN participant ON participant.id BETWEEN first AND last
        WHERE tableName = 'participant' AND participant.entity = ?1
      UNION SELECT entry FROM journalInsert JOIN involvement ON involvement.id BETWEEN first AND last
        WHERE tableName = 'involvement' AND involvement.person = ?1
      \(StoredGraph.entriesAboutFollowUps)
      """)
    statement.bind(1, row)
    var entries = Set<Int>()
    while try statement.step() { entries.insert(statement.int(0)) }
    return entries
  }

  private static let entriesAboutFollowUps = [
    ("followUp", "entity"), ("feedback", "giver"), ("introduction", "connector"), ("introduction", "person"),
    ("keepInTouch", "entity"),
  ]
  .map { table, column in
    """
    UNION SELECT entry FROM \(table)Past WHERE \(column) = ?1
    UNION SELECT entry FROM \(table) AS row JOIN journalInsert ON row.id BETWEEN first AND last
      WHERE tableName = '\(table)' AND row.\(column) = ?1
    """
  }.joined(separator: "\n")
}
