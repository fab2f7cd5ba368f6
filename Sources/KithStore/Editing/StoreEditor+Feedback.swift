import KithCore

extension StoreEditor {
  /// Adds the feedback, or replaces the one of its id if it differs; says whether anything changed.
  /// - Throws: ``StoreError/unknownEntity(_:)``, also for an application; ``StoreError/wrongKind(_:)``
  @discardableResult
  public func save(_ feedback: Feedback) throws -> Bool {
    try save(
      feedback, giver: try requireRow(of: feedback.giver) { $0 == .person },
      application: try feedback.application.map { try require(try applicationRow($0), $0) })
  }

  /// The same where the rows are known.
  func save(_ feedback: Feedback, giver: Int64, application: Int64?) throws -> Bool {
    let find = try connection.statement("SELECT id FROM feedback WHERE uuid = ?")
    find.bind(1, feedback.id)
    let row = try find.firstInt().map(Int64.init)
    let statement = try connection.statement(row == nil ? StoreEditor.insertFeedbackSQL : StoreEditor.updateFeedbackSQL)
    statement.bind(1, row ?? newRowID(in: "feedback"))
    statement.bind(2, giver)
    statement.bind(3, row: application)
    statement.bind(4, feedback.theme)
    statement.bind(5, feedback.text)
    statement.bind(6, try FeedbackRow.stepsText(feedback.steps))
    if row == nil { statement.bind(7, feedback.id) }
    return try changes(statement)
  }

  private static let insertFeedbackSQL = "INSERT INTO feedback VALUES (?1, ?7, ?2, ?3, ?4, ?5, ?6)"
  private static let updateFeedbackSQL = """
    UPDATE feedback SET giver = ?2, application = ?3, theme = ?4, text = ?5, steps = ?6
    WHERE id = ?1 AND (giver, application, theme, text, steps) IS NOT (?2, ?3, ?4, ?5, ?6)
    """

  /// False if there is none.
  @discardableResult
  public func deleteFeedback(_ id: Identifier) throws -> Bool {
    let delete = try connection.statement("DELETE FROM feedback WHERE uuid = ?")
    delete.bind(1, id)
    return try changes(delete)
  }
}
