import GRDBSQLite

/// Sixty-four bits that change with any bit of a row.
///
/// One word after another goes into the sum by steps that can each be reversed: two rows that differ in one word never
/// have the same digest. It shows decay, not malice.
enum RowDigest {
  /// The digest of the first `columns` columns of the current row.
  static func of(_ row: PreparedStatement, columns: Int32) -> UInt64 {
    var digest: UInt64 = 0x243f_6a88_85a3_08d3
    for column in 0..<columns {
      let type = sqlite3_column_type(row.handle, column)
      mix(UInt64(UInt32(bitPattern: type)), into: &digest)
      switch type {
      case SQLITE_NULL: continue
      case SQLITE_INTEGER: mix(UInt64(bitPattern: row.rowID(column)), into: &digest)
      case SQLITE_FLOAT: mix(sqlite3_column_double(row.handle, column).bitPattern, into: &digest)
      default: mix(bytes(of: row, column), into: &digest)
      }
    }
    return digest
  }

  /// As they lie in the file; a text is not looked at as one.
  private static func bytes(of row: PreparedStatement, _ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(row.handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row.handle, column)))
  }

  private static func mix(_ bytes: UnsafeRawBufferPointer, into digest: inout UInt64) {
    mix(UInt64(bytes.count), into: &digest)
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), into: &digest)
      offset += 8
    }
    guard offset < bytes.count else { return }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    mix(rest, into: &digest)
  }

  private static func mix(_ word: UInt64, into digest: inout UInt64) {
    digest = (digest ^ word) &* 0x9e37_79b9_7f4a_7c15
    digest ^= digest >> 29
  }
}
