import KithCore

extension StoredGraph {
  public func forEachFeedback(_ body: (Feedback) throws -> Void) throws {
    let rows = try connection.cursor(
      "SELECT \(FeedbackRow.columns) FROM \(FeedbackRow.source) \(shownWhere("feedback.giver")) ORDER BY feedback.id")
    while try rows.step() { try body(try FeedbackRow.read(from: rows)) }
  }

  public func feedback(_ id: Identifier) throws -> Feedback? {
    let statement = try connection.statement(StoredGraph.feedbackSQL("uuid"))
    statement.bind(1, id)
    return try feedback(statement).first
  }

  /// What a person said, in the order in which it was recorded.
  public func feedback(from giver: Identifier) throws -> [Feedback] {
    guard let row = try rowID(of: giver) else { return [] }
    let statement = try connection.statement(StoredGraph.feedbackSQL("giver"))
    statement.bind(1, row)
    return try feedback(statement)
  }

  /// What was said about an application, in the order in which it was recorded.
  public func feedback(onApplication application: Identifier) throws -> [Feedback] {
    let find = try connection.statement("SELECT id FROM application WHERE uuid = ?")
    find.bind(1, application)
    guard let row = try find.firstInt() else { return [] }
    let statement = try connection.statement(StoredGraph.feedbackSQL("application"))
    statement.bind(1, row)
    return try feedback(statement)
  }

  private func feedback(_ statement: PreparedStatement) throws -> [Feedback] {
    var found: [Feedback] = []
    while try statement.step() { found.append(try FeedbackRow.read(from: statement)) }
    return found
  }

  static func feedbackSQL(_ column: String) -> String {
    "SELECT \(FeedbackRow.columns) FROM \(FeedbackRow.source) WHERE feedback.\(column) = ? ORDER BY feedback.id"
  }
}
