import GRDB

/// Brings a store up to the current version. `user_version` says which version a file has, so that a current one is
/// opened without asking the migrator.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: Schema.tables)
      for index in Schema.indexes { try database.execute(sql: index.sql) }
      for table in JournaledTable.all {
        try database.execute(sql: table.journalSQL)
        try database.execute(sql: "INSERT INTO highWater VALUES (?, 0)", arguments: [table.name])
      }
      try database.execute(
        sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
    }
    return migrator
  }
}
