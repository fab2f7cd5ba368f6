import KithCore

extension StoredGraph {
  public func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws {
    let rows = try connection.cursor(
      "SELECT \(FollowUpRow.columns) FROM \(FollowUpRow.source) \(shownWhere("followUp.entity")) ORDER BY followUp.id")
    while try rows.step() { try body(FollowUpRow.read(from: rows)) }
  }

  public func followUp(_ id: Identifier) throws -> FollowUp? {
    let statement = try connection.statement(StoredGraph.followUpSQL("followUp.uuid = ?"))
    statement.bind(1, id)
    return try followUps(statement).first
  }

  func followUp(atRow row: Int64) throws -> FollowUp? {
    let statement = try connection.statement(StoredGraph.followUpSQL("followUp.id = ?"))
    statement.bind(1, row)
    return try followUps(statement).first
  }

  /// What is open with an entity, the first due first; what has no date comes last.
  public func openFollowUps(with entity: Identifier) throws -> [FollowUp] {
    let found = try followUps(StoredGraph.openFollowUpsSQL, try rowID(of: entity))
    return found.filter { $0.due != nil } + found.filter { $0.due == nil }
  }

  /// All that came of an application, whatever its state, the first due first.
  public func followUps(ofApplication application: Identifier) throws -> [FollowUp] {
    let find = try connection.statement("SELECT id FROM application WHERE uuid = ?")
    find.bind(1, application)
    return try followUps(StoredGraph.followUpsOfApplicationSQL, try find.firstInt().map(Int64.init))
  }

  /// All that came of an event, whatever its state, the first due first.
  public func followUps(ofEvent event: Identifier) throws -> [FollowUp] {
    try followUps(StoredGraph.followUpsOfEventSQL, try rowID(of: event))
  }

  /// What is open and has no date, in the order in which it was recorded.
  public func undatedFollowUps(limit: Int) throws -> [FollowUp] {
    try followUps(StoredGraph.undatedFollowUpsSQL, Int64(max(0, limit)))
  }

  /// Those, whatever their state, whose id is `digits` or begins with them, six digits or more; at most a hundred.
  public func followUps(idBeginning digits: String) throws -> [FollowUp] {
    guard let range = Identifier.range(beginning: digits) else { return [] }
    let statement = try connection.statement(StoredGraph.followUpsByIDSQL)
    statement.bind(1, range.lowerBound)
    statement.bind(2, range.upperBound)
    return try followUps(statement)
  }

  private func followUps(_ sql: String, _ value: Int64?) throws -> [FollowUp] {
    guard let value else { return [] }
    let statement = try connection.statement(sql)
    statement.bind(1, value)
    return try followUps(statement)
  }

  private func followUps(_ statement: PreparedStatement) throws -> [FollowUp] {
    var found: [FollowUp] = []
    while try statement.step() { found.append(FollowUpRow.read(from: statement)) }
    return found
  }

  // MARK: SQL, for the tests of its plans

  private static func followUpSQL(_ condition: String) -> String {
    "SELECT \(FollowUpRow.columns) FROM \(FollowUpRow.source) WHERE \(condition)"
  }

  static let followUpsByIDSQL = followUpSQL("followUp.uuid BETWEEN ? AND ? ORDER BY followUp.uuid LIMIT 100")
  static let openFollowUpsSQL =
    followUpSQL("followUp.entity = ? AND followUp.state = 'open' ORDER BY followUp.due, followUp.id")
  static let followUpsOfApplicationSQL =
    followUpSQL("followUp.application = ? ORDER BY followUp.due, followUp.id")
  static let followUpsOfEventSQL = followUpSQL("followUp.event = ? ORDER BY followUp.due, followUp.id")
  static let undatedFollowUpsSQL =
    followUpSQL("followUp.due = 0 AND followUp.state = 'open' ORDER BY followUp.id LIMIT ?")
}
