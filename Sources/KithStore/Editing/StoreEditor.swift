import GRDBSQLite
import KithCore

/// Changes the graph within one transaction, and writes its journal entry.
public final class StoreEditor {
  /// The graph as changed so far.
  public let graph: StoredGraph
  public let now: Timestamp
  public let identifiers: IdentifierSource
  /// One line for the history: what was done, to whom.
  public var summary = ""
  let connection: Connection
  let entry: Int
  private var highWater: [String: Int64]
  private var atStart: [String: Int64]
  private let changesAtStart: Int32
  /// Reused for the JSON of one entity after another.
  let properties = OutputSink.inMemory()

  init(_ connection: Connection, command: String, now: Timestamp, seed: UInt64?) throws {
    self.connection = connection
    self.now = now
    graph = StoredGraph(connection)
    highWater = [:]
    let statement = try connection.statement("SELECT tableName, id FROM highWater")
    while try statement.step() { highWater[statement.text(0)] = statement.rowID(1) }
    atStart = highWater
    let entry = try StoreEditor.beginEntry(connection, command: command, now: now)
    self.entry = entry
    graph.openEntry = entry
    identifiers = IdentifierSource(seed: seed.map { $0 &+ UInt64(entry) &* 0x1_0000_0001 })
    changesAtStart = sqlite3_total_changes(connection.database.sqliteConnection)
  }

  private static func beginEntry(_ connection: Connection, command: String, now: Timestamp) throws -> Int {
    let insert = try connection.statement("INSERT INTO journalEntry (at, command, summary) VALUES (?, ?, '')")
    insert.bind(1, now.secondsSince1970)
    insert.bind(2, command)
    try insert.run()
    return Int(sqlite3_last_insert_rowid(connection.database.sqliteConnection))
  }

  /// Whether anything was changed so far.
  private func hasChanges() throws -> Bool {
    try sqlite3_total_changes(connection.database.sqliteConnection) != changesAtStart && hasJournaledChanges()
  }

  /// SQLite's count is also of temporary tables; the journal's is not.
  private func hasJournaledChanges() throws -> Bool {
    for table in JournaledTable.all {
      let made = "SELECT 1 FROM \(table.name) WHERE id > \(atStart[table.name] ?? 0)"
      let changed = "SELECT 1 FROM \(table.past) WHERE entry = \(entry)"
      if try connection.statement("SELECT EXISTS (\(made)) OR EXISTS (\(changed))").firstInt() == 1 { return true }
    }
    // An undo is one even where the rows had gone before.
    return try connection.statement(
      """
      SELECT EXISTS (SELECT 1 FROM journalInsert WHERE entry = \(entry))
      OR EXISTS (SELECT 1 FROM journalEntry WHERE id = \(entry) AND undoes IS NOT NULL)
      """
    ).firstInt() == 1
  }

  /// While an import has put indexes aside.
  var isLoading = false
  /// The keys of what a first import took in so far; nil at any other time, and where nobody is to be found by them.
  var pendingKeys: PendingKeys?

  /// Whether what is derived from the rows was made anew, which the journal does not hold.
  var isRepair = false
  /// Whether the rows count as they are, whoever wrote them.
  var acceptsRows = false

  /// Completes the journal entry, and what is derived of the rows that it changed unless all is taken back; false if
  /// nothing was changed.
  func finish(_ commitment: Store.Commitment = .commit) throws -> Bool {
    precondition(!isLoading, "an import session was not finished: the store would be left without its indexes")
    guard try hasChanges() || isRepair else { return false }
    for (table, last) in highWater.sorted(by: { $0.key < $1.key }) {
      guard let before = atStart[table], before < last else { continue }
      try recordInsertion(into: table, first: before + 1, last: last, isNew: true)
      let update = try connection.statement("UPDATE highWater SET id = ? WHERE tableName = ?")
      update.bind(1, last)
      update.bind(2, table)
      try update.run()
    }
    let update = try connection.statement("UPDATE journalEntry SET summary = ? WHERE id = ?")
    update.bind(1, summary)
    update.bind(2, entry)
    try update.run()
    guard commitment == .commit else { return true }
    try updateSearch(after: atStart["entity"] ?? 0, atStart["interaction"] ?? 0)
    if acceptsRows { try DigestLedger(connection).rebuild() } else { try recordDigests() }
    return true
  }

  /// Runs `body`; where it throws, what it changed is taken back, and the transaction goes on.
  public func attempt<Result>(_ body: () throws -> Result) throws -> Result {
    let before = highWater
    try connection.execute("SAVEPOINT attempt")
    do {
      let result = try body()
      try connection.execute("RELEASE attempt")
      return result
    } catch {
      highWater = before
      try connection.execute("ROLLBACK TO attempt; RELEASE attempt")
      throw error
    }
  }

  func recordInsertion(into table: String, first: Int64, last: Int64, isNew: Bool) throws {
    let insert = try connection.statement("INSERT OR IGNORE INTO journalInsert VALUES (?, ?, ?, ?, ?)")
    insert.bind(1, entry)
    insert.bind(2, table)
    insert.bind(3, first)
    insert.bind(4, last)
    insert.bind(5, isNew ? 1 : 0)
    try insert.run()
  }

  /// A row id never used before in `table`.
  func newRowID(in table: String) -> Int64 {
    let id = (highWater[table] ?? 0) + 1
    highWater[table] = id
    return id
  }

  /// Says after which number the rows of a table go on, where that was wrong.
  func number(_ table: JournaledTable, after last: Int64) {
    highWater[table.name] = last
    atStart[table.name] = last
  }

  func requireRowID(of id: Identifier) throws -> Int64 {
    guard let row = try graph.rowID(of: id) else { throw StoreError.unknownEntity(id) }
    return row
  }

  /// The person whose graph this is, made nameless if nobody has said yet who that is.
  public func requireMe() throws -> Identifier {
    if let me = try graph.me() { return me }
    let me = Entity(id: identifiers.next(), kind: .person, name: "Me", created: now)
    try insert(me)
    try setMe(me.id)
    return me.id
  }

  /// Says which person the user is.
  public func setMe(_ id: Identifier) throws {
    try setMe(row: try requireRowID(of: id))
  }

  /// The same by row.
  func setMe(row: Int64) throws {
    let id = try graph.identifier(atRow: row)
    let update = try connection.statement("UPDATE setting SET value = ? WHERE name = 'me' AND value <> ?1")
    update.bind(1, id.description)
    try update.run()
    guard try graph.me() == nil else { return }
    let insert = try connection.statement("INSERT INTO setting VALUES (?, 'me', ?)")
    insert.bind(1, newRowID(in: "setting"))
    insert.bind(2, id.description)
    try insert.run()
  }
}
