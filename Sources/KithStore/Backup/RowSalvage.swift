import GRDB
import GRDBSQLite
import KithCore

/// Copies the rows of a table that can still be read to the same table of another file.
struct RowSalvage {
  let table: DigestedTable
  let columns: [String]
  let from: Connection
  let to: Connection

  /// Copies row after row in the order of their numbers. Where a page cannot be read it goes on behind it.
  /// - Returns: how many rows were copied.
  func run() throws -> Int {
    // An older version has not all of them.
    guard (try? from.cursor(select)) != nil else { return 0 }
    var (copied, last) = (0, Int64.min)
    while let reached = try copy(after: last, count: &copied) {
      guard let next = nextReadable(after: reached) else { break }
      last = next - 1
    }
    return copied
  }

  private var key: String { table.columns[0] }
  private var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) WHERE \(key) > ?" }

  /// The number of the last row before one that cannot be read; nil at the end of the table.
  private func copy(after last: Int64, count: inout Int) throws -> Int64? {
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let insert = try to.statement(
      "INSERT OR IGNORE INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(places))")
    var reached = last
    do {
      let rows = try from.cursor("\(select) ORDER BY \(key)")
      rows.bind(1, last)
      while try rows.step() {
        for column in 0..<Int32(columns.count) {
          sqlite3_bind_value(insert.handle, column + 1, sqlite3_column_value(rows.handle, column))
        }
        do {
          try insert.run()
          count += 1
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          // What decay made of it fits into no table of kith's.
        }
        reached = rows.rowID(0)
      }
      return nil
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return reached
    }
  }

  /// The number of the first row behind those that cannot be read: by steps that double, and then by halves.
  private func nextReadable(after last: Int64) -> Int64? {
    let base = max(last, 0)
    var (unreadable, step) = (base, Int64(1))
    while step < 1 << 40, first(after: base + step) == nil {
      unreadable = base + step
      step *= 2
    }
    guard step < 1 << 40 else { return nil }
    var readable = base + step
    while readable - unreadable > 1 {
      let middle = unreadable + (readable - unreadable) / 2
      if first(after: middle) == nil { unreadable = middle } else { readable = middle }
    }
    return first(after: readable)
  }

  /// Nil where there is none, or where it cannot be read.
  private func first(after number: Int64) -> Int64? {
    guard let rows = try? from.cursor("\(select) ORDER BY \(key) LIMIT 1") else { return nil }
    rows.bind(1, number)
    guard (try? rows.step()) == true else { return nil }
    return rows.rowID(0)
  }
}
