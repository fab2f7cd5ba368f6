import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds the follow-up, or replaces the one of its id if it differs; says whether anything changed.
  /// - Throws: ``StoreError/unknownEntity(_:)``, also for an application or interaction; ``StoreError/wrongKind(_:)``
  @discardableResult
  public func save(_ followUp: FollowUp) throws -> Bool {
    let ends = FollowUpEnds(
      entity: try requireRow(of: followUp.entity) { $0 != .event },
      application: try followUp.application.map { try require(try applicationRow($0), $0) },
      event: try followUp.event.map { id in try requireRow(of: id) { $0 == .event } },
      interaction: try followUp.interaction.map { try require(try interactionRow($0), $0) })
    return try save(followUp, ends)
  }

  /// The rows that a follow-up names.
  struct FollowUpEnds {
    var entity: Int64
    var application: Int64?
    var event: Int64?
    var interaction: Int64?
  }

  /// The same where the rows are known.
  func save(_ followUp: FollowUp, _ ends: FollowUpEnds) throws -> Bool {
    if let row = try followUpRow(followUp.id) {
      return try run(try connection.statement(StoreEditor.updateFollowUpSQL), row, followUp, ends)
    }
    let insert = try connection.statement(
      "INSERT INTO followUp VALUES (?1, ?14, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
    insert.bind(14, followUp.id)
    return try run(insert, newRowID(in: "followUp"), followUp, ends)
  }

  private static let updateFollowUpSQL = """
    UPDATE followUp SET entity = ?2, act = ?3, owedBy = ?4, due = ?5, what = ?6, why = ?7, application = ?8, event = ?9,
    interaction = ?10, state = ?11, stateDate = ?12, created = ?13
    WHERE id = ?1 AND (entity, act, owedBy, due, what, why, application, event, interaction, state, stateDate, created)
    IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    """

  private func run(
    _ statement: PreparedStatement, _ row: Int64, _ followUp: FollowUp, _ ends: FollowUpEnds
  ) throws -> Bool {
    statement.bind(1, row)
    statement.bind(2, ends.entity)
    statement.bind(3, followUp.act.rawValue)
    statement.bind(4, followUp.owedBy.rawValue)
    statement.bind(5, followUp.due)
    statement.bind(6, followUp.what)
    statement.bind(7, followUp.why)
    statement.bind(8, row: ends.application)
    statement.bind(9, row: ends.event)
    statement.bind(10, row: ends.interaction)
    statement.bind(11, followUp.state.word)
    statement.bind(12, followUp.state.day)
    statement.bind(13, followUp.created.secondsSince1970)
    return try changes(statement)
  }

  /// Says that a follow-up is done or skipped, or open again; false if it was so, or there is none.
  @discardableResult
  public func setState(_ state: FollowUp.State, ofFollowUp id: Identifier) throws -> Bool {
    let update = try connection.statement(
      """
      UPDATE followUp SET state = ?2, stateDate = ?3 WHERE uuid = ?1 AND (state, stateDate) IS NOT (?2, ?3)
      """)
    update.bind(1, id)
    update.bind(2, state.word)
    update.bind(3, state.day)
    return try changes(update)
  }

  /// False if there is none.
  @discardableResult
  public func deleteFollowUp(_ id: Identifier) throws -> Bool {
    let delete = try connection.statement("DELETE FROM followUp WHERE uuid = ?")
    delete.bind(1, id)
    return try changes(delete)
  }

  private func followUpRow(_ id: Identifier) throws -> Int64? {
    let statement = try connection.statement("SELECT id FROM followUp WHERE uuid = ?")
    statement.bind(1, id)
    return try statement.firstInt().map(Int64.init)
  }

  func interactionRow(_ id: Identifier) throws -> Int64? {
    let statement = try connection.statement("SELECT id FROM interaction WHERE uuid = ?")
    statement.bind(1, id)
    return try statement.firstInt().map(Int64.init)
  }

  // MARK: For records that name others

  /// Runs a change to its end; whether it changed a row.
  func changes(_ statement: PreparedStatement) throws -> Bool {
    try statement.run()
    return sqlite3_changes(connection.database.sqliteConnection) > 0
  }

  func require(_ row: Int64?, _ id: Identifier) throws -> Int64 {
    guard let row else { throw StoreError.unknownEntity(id) }
    return row
  }

  /// The row of an entity whose kind is allowed.
  func requireRow(of id: Identifier, _ isAllowed: (Entity.Kind) -> Bool) throws -> Int64 {
    guard let summary = try graph.summary(of: id) else { throw StoreError.unknownEntity(id) }
    guard isAllowed(summary.kind) else { throw StoreError.wrongKind(summary.kind) }
    return try requireRowID(of: id)
  }
}
