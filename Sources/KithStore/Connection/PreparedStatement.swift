import GRDB
import GRDBSQLite
import KithCore

/// A statement prepared once and stepped by index: without GRDB's cost per row, and without that of its authorizer, which
/// doubles what a statement takes to prepare.
final class PreparedStatement {
  let handle: OpaquePointer

  /// - Throws: `DatabaseError`
  init(_ sql: String, on connection: OpaquePointer?) throws {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    handle = statement
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ position: Int32, _ value: Int64) { sqlite3_bind_int64(handle, position, value) }
  func bind(_ position: Int32, _ value: Int) { sqlite3_bind_int64(handle, position, Int64(value)) }
  func bindNull(_ position: Int32) { sqlite3_bind_null(handle, position) }

  func bind(_ position: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bind(position, text: $0) }
  }

  func bind(_ position: Int32, _ text: String?) {
    if let text { bind(position, text) } else { bindNull(position) }
  }

  func bind(_ position: Int32, text bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) {
      _ = sqlite3_bind_text(
        handle, position, $0.baseAddress ?? PreparedStatement.empty.cString, Int32($0.count),
        PreparedStatement.transient)
    }
  }

  func bind(_ position: Int32, blob bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(handle, position, $0.baseAddress, Int32($0.count), PreparedStatement.transient)
    }
  }

  func bind(_ position: Int32, _ id: Identifier) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { words in
      words[0] = id.high.bigEndian
      words[1] = id.low.bigEndian
      sqlite3_bind_blob(handle, position, words.baseAddress, 16, PreparedStatement.transient)
    }
  }

  /// 0 stands for no date.
  func bind(_ position: Int32, _ date: PartialDate?) { bind(position, date?.packed ?? 0) }

  /// Whether there is a row. After the last one the statement is ready for new values.
  /// - Throws: `DatabaseError`
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let code = sqlite3_reset(handle)
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
  }

  /// Runs to the end.
  func run() throws { while try step() {} }

  /// The first row's first column; nil without a row.
  func firstInt() throws -> Int? {
    defer { reset() }
    return try step() ? int(0) : nil
  }

  func reset() { sqlite3_reset(handle) }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  func rowID(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// Valid until the next step.
  func textBytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String { String(decoding: textBytes(column), as: UTF8.self) }
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  func identifier(_ column: Int32) -> Identifier {
    guard let start = sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column) == 16 else {
      return Identifier(high: 0, low: 0)
    }
    return Identifier(
      high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  func date(_ column: Int32) -> PartialDate? { PartialDate(packed: int(column)) }

  private static let empty: StaticString = ""

  /// SQLite makes its own copy.
  private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

extension StaticString {
  fileprivate var cString: UnsafePointer<CChar> { UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self) }
}
