import GRDB
import GRDBSQLite
import KithCore

/// The file that holds the graph. One command opens it once, reads or writes in one transaction, and is done.
public final class Store {
  public let path: String
  private let queue: DatabaseQueue
  private let lock: FileLock

  /// Opens the store for writing, making it (0600) if need be, and its folder (0700) if `makingFolder`.
  ///
  /// Waits until no other process uses it, after a call of `waiting`, and holds its place until ``close()``.
  /// - Throws: ``StoreError``
  public static func forWriting(
    at path: String, makingFolder: Bool = true, waiting: () -> Void = {}
  ) throws -> Store {
    let path = StoreFile.resolved(path)
    try StoreFile.prepare(path, makingFolder: makingFolder)
    _ = try StoreFile.exists(path)
    return try Store(path: path, writing: true, waiting: waiting)
  }

  /// Opens the store for reading.
  /// - Throws: ``StoreError``; nil if there is no such file.
  public static func forReading(at path: String, waiting: () -> Void = {}) throws -> Store? {
    let path = StoreFile.resolved(path)
    guard try StoreFile.exists(path), StoreFile.hasContent(path) || StoreFile.hasJournal(path) else { return nil }
    return try Store(path: path, writing: false, waiting: waiting)
  }

  public static func exists(at path: String) throws -> Bool { try StoreFile.exists(StoreFile.resolved(path)) }

  /// Whether `file` is the store at `path`, its journal or its lock.
  public static func isPartOfStore(_ file: String, at path: String) -> Bool {
    let store = StoreFile.absolute(path)
    return ["", "-journal", "-wal", "-shm", ".lock"].contains { StoreFile.absolute(file) == store + $0 }
  }

  private init(path: String, writing: Bool, waiting: () -> Void) throws {
    self.path = path
    // A reader that finds an older version brings it up to date, which one process alone may do.
    let isOld = (try? StoreFile.version(path)).map { $0 < Schema.version } ?? false
    lock = FileLock(path: path + ".lock", mode: writing || isOld ? .exclusive : .shared, waiting: waiting)
    do {
      if StoreFile.hasJournal(path) { try Store.rollBackInterrupted(path) }
      let version = try StoreFile.version(path)
      if version > Schema.version { throw StoreError.tooNew(path: path, version: version) }
      queue = try Store.open(path, writing: writing || version < Schema.version)
      if version == 0, try Store.holdsSomethingElse(queue) { throw StoreError.notAStore(path: path) }
      if version < Schema.version { try Migrations.migrator.migrate(queue) }
    } catch {
      lock.release()
      throw StoreError(error, path: path)
    }
  }

  /// Takes back what a crash left half-written: SQLite does so at the first read of a connection that may write.
  static func rollBackInterrupted(_ path: String) throws {
    let queue = try open(path, writing: true)
    _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    try queue.close()
  }

  /// Whether a database without kith's marks has tables: then it is another program's, not one that a crash left unmade.
  private static func holdsSomethingElse(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read {
      try Bool.fetchOne(
        $0,
        sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%')")
        ?? false
    }
  }

  private static func open(_ path: String, writing: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = !writing
    configuration.foreignKeysEnabled = writing
    configuration.busyMode = .timeout(30)
    // By SQLite's own call: GRDB's prepares each of these with its authorizer, which a short command feels.
    configuration.prepareDatabase { database in
      // GRDB's authorizer looks at each table and index of the schema as SQLite reads it, for observers that a reader has not.
      if !writing { sqlite3_set_authorizer(database.sqliteConnection, nil, nil) }
      let sizes = writing ? "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000" : "PRAGMA cache_size = -2000"
      let pragmas = "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; " + sizes
      let code = sqlite3_exec(database.sqliteConnection, pragmas, nil, nil, nil)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Closes the file and lets others write.
  public func close() {
    try? queue.close()
    lock.release()
  }

  /// One consistent view of the graph.
  /// - Throws: ``StoreError``, and what `body` throws.
  public func read<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result {
    try translating {
      var result: Result?
      // Not GRDB's `read`, which forbids the temporary table of a selection in a store opened for writing.
      do {
        try queue.inTransaction(.deferred) {
          result = try body(StoredGraph(Connection($0)))
          return .commit
        }
      } catch  where result != nil {
        // The end of reading changes nothing: what was read of a damaged file is an answer.
      }
      guard let result else { preconditionFailure("a transaction without a result") }
      return result
    }
  }

  /// What becomes of a transaction.
  public enum Commitment: Sendable { case commit, discard }

  /// Runs `body` as one transaction and one journal entry; nothing is kept if it throws, or if nothing changed.
  ///
  /// `commitment` `.discard` is a rehearsal: the body runs, and everything is taken back. `seed` fixes the identifiers made.
  /// - Throws: ``StoreError``, and what `body` throws.
  public func write<Result>(
    _ command: String, at now: Timestamp, seed: UInt64? = nil, _ commitment: Commitment = .commit,
    _ body: (StoreEditor) throws -> Result
  ) throws -> Result {
    try translating {
      var result: Result?
      try queue.inTransaction(.immediate) { database in
        let editor = try StoreEditor(Connection(database), command: command, now: now, seed: seed)
        result = try body(editor)
        let changed = try editor.finish(commitment)
        return changed && commitment == .commit ? .commit : .rollback
      }
      guard let result else { preconditionFailure("a transaction without a result") }
      return result
    }
  }

  private func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw StoreError(error, path: path) }
  }
}

extension StoreError {
  /// What SQLite said, in kith's words; kith's own errors as they are.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StoreError ?? .cannotOpen(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .notWritable(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: error.message ?? "unable to open it")
    default:
      self = .database(path: path, code: error.extendedResultCode.rawValue, message: error.message ?? "no message")
    }
  }
}
