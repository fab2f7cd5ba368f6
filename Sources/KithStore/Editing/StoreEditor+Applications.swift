import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds the application, or replaces the one of its id if it differs; says whether anything changed.
  /// - Throws: ``StoreError/unknownEntity(_:)``
  @discardableResult
  public func save(_ application: JobApplication) throws -> Bool {
    try save(
      application, company: try requireRowID(of: application.company),
      involved: try application.involved.map { (try requireRowID(of: $0.person), $0) })
  }

  /// The same where the rows are known.
  func save(
    _ application: JobApplication, company: Int64, involved: [(row: Int64, involvement: JobApplication.Involvement)]
  ) throws -> Bool {
    var seen = Set<JobApplication.Involvement>()
    let involved = involved.filter { seen.insert($0.involvement).inserted }
    var application = application
    application.involved = involved.map(\.involvement)
    guard let row = try applicationRow(application.id) else {
      let row = newRowID(in: "application")
      let insert = try connection.statement(
        "INSERT INTO application VALUES (?1, ?11, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
      insert.bind(11, application.id)
      try run(insert, row: row, company: company, application)
      try insertInvolved(involved, application: row)
      return true
    }
    let stored = try graph.application(atRow: row)
    if stored == application { return false }
    let update = try connection.statement(
      """
      UPDATE application SET company = ?2, position = ?3, stages = ?4, outcome = ?5, outcomeDate = ?6,
      outcomeStage = ?7, reason = ?8, url = ?9, note = ?10 WHERE id = ?1
      """)
    try run(update, row: row, company: company, application)
    if stored?.involved != application.involved {
      let delete = try connection.statement("DELETE FROM involvement WHERE application = ?")
      delete.bind(1, row)
      try delete.run()
      try insertInvolved(involved, application: row)
    }
    return true
  }

  private func run(
    _ statement: PreparedStatement, row: Int64, company: Int64, _ application: JobApplication
  ) throws {
    statement.bind(1, row)
    statement.bind(2, company)
    statement.bind(3, application.position)
    statement.bind(4, try ApplicationRow.stagesText(application.stages))
    statement.bind(5, application.outcome?.kind.rawValue)
    statement.bind(6, application.outcome?.date)
    statement.bind(7, application.outcome?.stage)
    statement.bind(8, application.outcome?.reason)
    statement.bind(9, application.url)
    statement.bind(10, application.note)
    try statement.run()
  }

  private func insertInvolved(
    _ involved: [(row: Int64, involvement: JobApplication.Involvement)], application: Int64
  ) throws {
    let insert = try connection.statement("INSERT OR IGNORE INTO involvement VALUES (?, ?, ?, ?, ?)")
    for (person, involvement) in involved {
      insert.bind(1, newRowID(in: "involvement"))
      insert.bind(2, application)
      insert.bind(3, person)
      insert.bind(4, involvement.role.rawValue)
      insert.bind(5, involvement.date)
      try insert.run()
    }
  }

  /// Removes an application and who was involved; what happened in its course is kept without it.
  public func deleteApplication(_ id: Identifier) throws {
    guard let row = try applicationRow(id) else { return }
    for sql in [
      "DELETE FROM involvement WHERE application = ?",
      "UPDATE interaction SET application = NULL WHERE application = ?",
      "DELETE FROM application WHERE id = ?",
    ] {
      let statement = try connection.statement(sql)
      statement.bind(1, row)
      try statement.run()
    }
  }
}

extension StoredGraph {
  public func application(_ id: Identifier) throws -> JobApplication? {
    let statement = try connection.statement(
      "SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source) WHERE application.uuid = ?")
    statement.bind(1, id)
    return try readApplications(statement).first
  }

  func application(atRow row: Int64) throws -> JobApplication? {
    let statement = try connection.statement(
      "SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source) WHERE application.id = ?")
    statement.bind(1, row)
    return try readApplications(statement).first
  }
}
