import GRDB
import KithCore

/// Makes a new store of what can still be read of a damaged one.
public enum StoreSalvage {
  public struct Outcome: Sendable {
    public let counts: GraphCounts
    /// How many rows the digests know of, and how many of those came across.
    public let rows: (known: Int, read: Int)
    /// Where the damaged store is now.
    public let kept: String
  }

  /// Puts a store with all that can be read in the place of the damaged one at `path`, which is kept beside it.
  /// - Throws: ``StoreError``; the store is then as it was.
  public static func run(_ path: String, at now: Timestamp, waiting: () -> Void = {}) throws -> Outcome {
    let path = StoreFile.resolved(path)
    let lock = FileLock(path: path + ".lock", mode: .exclusive, waiting: waiting)
    defer { lock.release() }
    let copy = StoreCopy(emptyBeside: path)
    do {
      let whole = try PaddedFile(path)
      defer { whole.remove() }
      let rows = try salvage(whole.path, into: copy.path)
      let counts = try mend(copy.path, at: now)
      let kept = try StoreBackup.keep(path, at: now)
      try copy.move(to: path)
      return Outcome(counts: counts, rows: rows, kept: kept)
    } catch {
      copy.remove()
      let error = StoreError(error, path: path).said(of: path)
      throw error == .damaged(path: path) ? StoreError.beyondRepair(path: path) : error
    }
  }

  private static func salvage(_ path: String, into new: String) throws -> (known: Int, read: Int) {
    try StoreFile.prepare(new, makingFolder: false)
    let (from, to) = (try queue(path, readonly: true), try queue(new, readonly: false))
    try Migrations.migrator.migrate(to)
    let rows = try from.inDatabase { old in
      var rows = (known: 0, read: 0)
      try to.inTransaction { database in
        let (from, to) = (Connection(old), Connection(database))
        try to.execute("DELETE FROM highWater")
        for table in DigestedTable.all {
          rows.known += (try? known(table, from)) ?? 0
          rows.read += try RowSalvage(table: table, columns: table.salvaged, from: from, to: to).run()
        }
        try nameLostEntries(to)
        for table in JournaledTable.all { try to.execute("INSERT INTO highWater VALUES ('\(table.name)', 0)") }
        return .commit
      }
      return rows
    }
    try from.close()
    try to.close()
    return rows
  }

  /// Entries of which only the rows are left keep their numbers: a new one would take their rows for its own.
  private static func nameLostEntries(_ connection: Connection) throws {
    let mentioned = (["journalInsert"] + JournaledTable.all.map(\.past)).map { "SELECT entry FROM \($0)" }
    try connection.execute(
      """
      INSERT OR IGNORE INTO journalEntry (id, at, command, summary)
      SELECT entry, 0, 'lost', 'an entry that could not be read' FROM (\(mentioned.joined(separator: " UNION ")))
      """)
  }

  private static func queue(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    // What it points at may come later, or be lost.
    configuration.foreignKeysEnabled = false
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func known(_ table: DigestedTable, _ connection: Connection) throws -> Int {
    let sum = try connection.statement("SELECT sum(rowCount) FROM digest WHERE tableName = ?")
    sum.bind(1, table.name)
    return try sum.firstInt() ?? 0
  }

  /// Keys, indexes and digests are made anew, and what points at something lost goes.
  private static func mend(_ path: String, at now: Timestamp) throws -> GraphCounts {
    let store = try Store.forWriting(at: path, makingFolder: false)
    defer { store.close() }
    _ = try store.write("check --repair", at: now) { editor in
      let repair = try editor.repair(accepting: true)
      editor.summary = "salvaged a damaged store: \(repair.mended.count) findings mended"
      editor.acceptsRows = true
    }
    return try store.read { try $0.counts() }
  }
}

extension DigestedTable {
  /// All of its columns: with the one that has no part in digests.
  fileprivate var salvaged: [String] { name == DigestedTable.entries.name ? columns + ["undoneBy"] : columns }
}
