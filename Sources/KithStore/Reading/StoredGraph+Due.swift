import KithCore

/// Something that is due: with whom, since or from when, and what it is.
public struct DueItem: Sendable, Equatable {
  public enum Matter: Sendable, Equatable {
    case followUp(FollowUp)
    case keepInTouch(KeepInTouch)
  }

  public let entity: EntitySummary
  public let due: CivilDay
  public let matter: Matter
}

extension StoredGraph {
  /// What is due on `day` or before, open follow-ups and intervals of touch together, the longest due first.
  ///
  /// It takes as long as `limit` says, however much is due and however many people there are.
  public func due(through day: CivilDay, limit: Int) throws -> [DueItem] {
    let statement = try connection.statement(StoredGraph.dueSQL)
    statement.bind(1, day)
    statement.bind(2, max(0, limit))
    var found: [DueItem] = []
    while try statement.step() {
      let isFollowUp = statement.int(1) == 1
      let item = isFollowUp ? try dueFollowUp(statement.rowID(2)) : try dueTouch(statement.rowID(2))
      if let item { found.append(item) }
    }
    return found
  }

  /// Each half is read in the order of its index, and no further than the limit: what is sorted together is twice that at
  /// most.
  static let dueSQL = """
    SELECT * FROM (
      SELECT due, 1 AS half, id FROM followUp WHERE state = 'open' AND due > 0 AND due <= ?1 ORDER BY due, id LIMIT ?2)
    UNION ALL SELECT * FROM (
      SELECT due, 2 AS half, id FROM keepInTouch WHERE due > 0 AND due <= ?1 ORDER BY due, id LIMIT ?2)
    ORDER BY due, half, id LIMIT ?2
    """

  private func dueFollowUp(_ row: Int64) throws -> DueItem? {
    guard let followUp = try followUp(atRow: row), let due = followUp.due else { return nil }
    return try summary(of: followUp.entity).map { DueItem(entity: $0, due: due, matter: .followUp(followUp)) }
  }

  private func dueTouch(_ row: Int64) throws -> DueItem? {
    guard let kept = try keepInTouch(atRow: row), let due = kept.due else { return nil }
    return try summary(of: kept.entity).map { DueItem(entity: $0, due: due, matter: .keepInTouch(kept)) }
  }

  // MARK: Intervals of touch

  public func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws {
    let rows = try connection.cursor(
      """
      SELECT \(KeepInTouchRow.columns) FROM \(KeepInTouchRow.source) \(shownWhere("keepInTouch.entity"))
      ORDER BY keepInTouch.id
      """)
    while try rows.step() {
      if let kept = KeepInTouchRow.read(from: rows) { try body(kept) }
    }
  }

  /// How you mean to keep in touch with an entity; nil if that was never said.
  public func keepInTouch(with entity: Identifier) throws -> KeepInTouch? {
    try rowID(of: entity).flatMap { try keepInTouch("keepInTouch.entity = ?", $0) }
  }

  func keepInTouch(ofEntityAtRow entity: Int64) throws -> KeepInTouch? {
    try keepInTouch("keepInTouch.entity = ?", entity)
  }

  func keepInTouch(atRow row: Int64) throws -> KeepInTouch? { try keepInTouch("keepInTouch.id = ?", row) }

  private func keepInTouch(_ condition: String, _ row: Int64) throws -> KeepInTouch? {
    let statement = try connection.statement(
      "SELECT \(KeepInTouchRow.columns) FROM \(KeepInTouchRow.source) WHERE \(condition)")
    statement.bind(1, row)
    defer { statement.reset() }
    return try statement.step() ? KeepInTouchRow.read(from: statement) : nil
  }
}
