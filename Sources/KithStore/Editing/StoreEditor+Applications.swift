import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds the application, or replaces the one of its id if it differs; says whether anything changed.
  /// - Throws: ``StoreError/unknownEntity(_:)``
  @discardableResult
  public func save(_ application: JobApplication) throws -> Bool {
    try save(
      application, row: try applicationRow(application.id), company: try requireRowID(of: application.company),
      involved: try application.involved.map { (try requireRowID(of: $0.person), $0) }
    ).isChanged
  }

  typealias InvolvedRow = (row: Int64, involvement: JobApplication.Involvement)

  /// The same where the rows are known; `row` is nil for a new one.
  func save(
    _ application: JobApplication, row: Int64?, company: Int64, involved: [InvolvedRow]
  ) throws -> (row: Int64, isChanged: Bool) {
    var seen = Set<JobApplication.Involvement>()
    let involved = involved.filter { seen.insert($0.involvement).inserted }
    var application = application
    application.involved = involved.map(\.involvement)
    guard let row else {
      let row = newRowID(in: "application")
      let insert = try connection.statement(
        "INSERT INTO application VALUES (?1, ?11, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
      insert.bind(11, application.id)
      try run(insert, row: row, company: company, application)
      try insertInvolved(involved, application: row)
      return (row, true)
    }
    let stored = try graph.application(atRow: row)
    let told = try resolved(application, company: company, involved: involved)
    if stored == told { return (row, false) }
    let update = try connection.statement(
      """
      UPDATE application SET company = ?2, position = ?3, stages = ?4, outcome = ?5, outcomeDate = ?6,
      outcomeStage = ?7, reason = ?8, url = ?9, note = ?10 WHERE id = ?1
      """)
    try run(update, row: row, company: company, application)
    if stored?.involved != told.involved {
      let delete = try connection.statement("DELETE FROM involvement WHERE application = ?")
      delete.bind(1, row)
      try delete.run()
      try insertInvolved(involved, application: row)
    }
    return (row, true)
  }

  /// The application as it will be stored: a file may know company and people under other ids, or name them twice.
  private func resolved(
    _ application: JobApplication, company: Int64, involved: [InvolvedRow]
  ) throws -> JobApplication {
    var resolved = application
    resolved.company = try graph.identifier(atRow: company)
    resolved.involved = try StoreEditor.withoutDoubles(involved).map { row, involvement in
      JobApplication.Involvement(try graph.identifier(atRow: row), as: involvement.role, on: involvement.date)
    }
    return resolved
  }

  /// A person has a role in an application once on one date; the first stays.
  private static func withoutDoubles(_ involved: [InvolvedRow]) -> [InvolvedRow] {
    var seen = Set<String>()
    return involved.filter {
      seen.insert("\($0.row) \($0.involvement.role) \($0.involvement.date?.packed ?? 0)").inserted
    }
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

  private func insertInvolved(_ involved: [InvolvedRow], application: Int64) throws {
    let insert = try connection.statement("INSERT INTO involvement VALUES (?, ?, ?, ?, ?)")
    for (person, involvement) in StoreEditor.withoutDoubles(involved) {
      insert.bind(1, newRowID(in: "involvement"))
      insert.bind(2, application)
      insert.bind(3, person)
      insert.bind(4, involvement.role.rawValue)
      insert.bind(5, involvement.date)
      try insert.run()
    }
  }

  /// Removes an application and who was involved; what happened in its course, was said about it or is to be done
  /// because of it is kept without it.
  public func deleteApplication(_ id: Identifier) throws {
    guard let row = try applicationRow(id) else { return }
    for sql in [
      "DELETE FROM involvement WHERE application = ?",
      "UPDATE interaction SET application = NULL WHERE application = ?",
      "UPDATE followUp SET application = NULL WHERE application = ?",
      "UPDATE feedback SET application = NULL WHERE application = ?",
      "UPDATE introduction SET application = NULL WHERE application = ?",
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
