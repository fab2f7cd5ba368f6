/// Which rows one journal entry changed so far, as the journal says it.
struct EntryChanges {
  private let connection: Connection
  private let entry: Int

  init(_ connection: Connection, entry: Int) {
    self.connection = connection
    self.entry = entry
  }

  /// The rows of a table that it made, or put back; some of them may be gone again. Complete once the editor has
  /// recorded them at the end of a command.
  func made(in table: JournaledTable) throws -> [ClosedRange<Int64>] {
    let statement = try connection.statement(
      "SELECT first, last FROM journalInsert WHERE entry = \(entry) AND tableName = '\(table.name)' ORDER BY first")
    var ranges: [ClosedRange<Int64>] = []
    while try statement.step() { ranges.append(statement.rowID(0)...statement.rowID(1)) }
    return ranges
  }

  /// The rows of a table that it changed or removed, among them those that it had made itself.
  func changed(in table: JournaledTable) throws -> [Int64] {
    let statement = try connection.statement("SELECT DISTINCT id FROM \(table.past) WHERE entry = \(entry) ORDER BY id")
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows
  }
}
