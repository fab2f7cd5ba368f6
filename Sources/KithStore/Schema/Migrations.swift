import GRDB

/// Brings a store up to the current version. `user_version` says which version a file has, so that a current one is
/// opened without asking the migrator.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: Schema.tables)
      for index in Schema.version1Indexes { try database.execute(sql: index.sql) }
      try journal(JournaledTable.version1, in: database)
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
    }
    // Nothing that was there is touched: looking over all of its references again would only take time.
    migrator.registerMigration("2", foreignKeyChecks: .immediate) { database in
      try database.execute(sql: Schema.version2Tables)
      for index in Schema.version2Indexes { try database.execute(sql: index.sql) }
      try journal(JournaledTable.version2, in: database)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3", foreignKeyChecks: .immediate) { database in
      try database.execute(sql: Schema.version3Tables)
      for index in Schema.version3Indexes { try database.execute(sql: index.sql) }
      try journal(JournaledTable.version3, in: database)
      try DigestLedger(Connection(database)).rebuild()
      try SearchIndex(Connection(database)).rebuild()
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    return migrator
  }

  private static func journal(_ tables: [JournaledTable], in database: Database) throws {
    for table in tables {
      try database.execute(sql: table.journalSQL)
      try database.execute(sql: "INSERT INTO highWater VALUES (?, 0)", arguments: [table.name])
    }
  }
}
