/// Sums of the digests of rows, a sum for each chunk of a table. A row that comes adds to its sum, one that goes is taken
/// off it: a change that came from elsewhere stays visible however often its neighbours are written.
struct DigestLedger {
  struct Sum: Equatable {
    var rows: Int64 = 0
    var digests: UInt64 = 0

    mutating func add(_ digest: UInt64) {
      rows += 1
      digests &+= digest
    }

    mutating func remove(_ digest: UInt64) {
      rows -= 1
      digests &-= digest
    }
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Adds the rows that `condition` (SQL) finds in a table.
  func add(_ table: DigestedTable, where condition: String) throws {
    var open: (chunk: Int64, sum: Sum)?
    let rows = try connection.statement("\(table.select) WHERE \(condition) ORDER BY 1")
    while try rows.step() {
      let chunk = DigestedTable.chunk(of: rows.rowID(0))
      if let last = open, last.chunk != chunk {
        try change(table, last.chunk, by: last.sum)
        open = nil
      }
      var sum = open?.sum ?? Sum()
      sum.add(table.digest(of: rows))
      open = (chunk, sum)
    }
    if let open { try change(table, open.chunk, by: open.sum) }
  }

  /// Takes off a row as it was.
  func remove(_ table: DigestedTable, _ row: PreparedStatement) throws {
    var sum = Sum()
    sum.remove(table.digest(of: row))
    try change(table, DigestedTable.chunk(of: row.rowID(0)), by: sum)
  }

  /// In Swift: SQLite's sums do not wrap around.
  private func change(_ table: DigestedTable, _ chunk: Int64, by difference: Sum) throws {
    let known = try connection.statement("SELECT rowCount, sum FROM digest WHERE tableName = ? AND chunk = ?")
    known.bind(1, table.name)
    known.bind(2, chunk)
    var sum = difference
    while try known.step() {
      sum.rows += known.rowID(0)
      sum.digests &+= UInt64(bitPattern: known.rowID(1))
    }
    let save = try connection.statement("INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?)")
    save.bind(1, table.name)
    save.bind(2, chunk)
    save.bind(3, sum.rows)
    save.bind(4, Int64(bitPattern: sum.digests))
    try save.run()
  }

  /// Makes all of them anew, from the rows as they are.
  func rebuild() throws {
    try connection.execute("DELETE FROM digest")
    for table in DigestedTable.all { try add(table, where: "1") }
  }
}
