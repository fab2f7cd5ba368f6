/// A table over whose rows digests are kept.
struct DigestedTable: Sendable {
  let name: String
  /// The columns that count. The first is a number that says to which chunk a row belongs.
  let columns: [String]

  /// What the graph is made of, what it was before, and the journal that says when.
  static let all =
    JournaledTable.all.flatMap { [DigestedTable($0), DigestedTable(pastOf: $0)] } + [entries, insertions]

  /// Without `undoneBy`, which later entries change, and which follows from their `undoes`.
  static let entries = DigestedTable("journalEntry", ["id", "at", "command", "summary", "undoes"])
  static let insertions = DigestedTable("journalInsert", ["entry", "tableName", "first", "last", "isNew"])

  private init(_ name: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
  }

  init(_ table: JournaledTable) { self.init(table.name, ["id"] + table.columns) }

  init(pastOf table: JournaledTable) { self.init(table.past, ["change", "entry", "id"] + table.columns) }

  var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

  func digest(of row: PreparedStatement) -> UInt64 { RowDigest.of(row, columns: Int32(columns.count)) }

  /// As many rows share one sum.
  static func chunk(of row: Int64) -> Int64 { row >> 6 }
  static func rows(ofChunk chunk: Int64) -> ClosedRange<Int64> { chunk << 6...(chunk << 6) + 63 }
}
