import GRDB

/// One open database with its prepared statements. Lives as long as the transaction that it was made for.
final class Connection {
  let database: Database
  private var statements: [String: PreparedStatement] = [:]

  init(_ database: Database) { self.database = database }

  /// The statement for `sql`, prepared at its first use. For queries that are read to their end before the next use.
  func statement(_ sql: String) throws -> PreparedStatement {
    if let statement = statements[sql] { return statement }
    let statement = try PreparedStatement(sql, on: database.sqliteConnection)
    statements[sql] = statement
    return statement
  }

  /// A statement of its own, for a cursor that stays open while others run.
  func cursor(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, on: database.sqliteConnection) }

  /// The tests that SQL calls by their numbers.
  var fields: FieldFunction {
    get throws {
      if let known { return known }
      let made = try FieldFunction(on: database.sqliteConnection)
      known = made
      return made
    }
  }

  private var known: FieldFunction?

  func execute(_ sql: String) throws { try database.execute(sql: sql) }
}
