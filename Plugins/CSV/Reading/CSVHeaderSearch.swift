import KithCore

/// Finds the header row among the first records of a file, and with it the delimiter.
struct CSVHeaderSearch {
  /// How many records may stand before the header row, and it.
  static let depth = 10
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  let dialects: [any CSVDialect]
  let table: CSVTable

  /// A header row that was found.
  struct Finding {
    let rows: any CSVRows
    let width: Int
    /// Cells have the marks of ``SpreadsheetMark``.
    let isMarked: Bool
  }

  /// A reader for the rows under `record`, if that is a header row.
  func finding(under record: CSVRecord) -> Finding? {
    guard record.count > 1, record.problem == nil else { return nil }
    let (cells, isMarked) = SpreadsheetMark.takeOff(record.texts)
    let header = CSVHeader(cells)
    for dialect in dialects {
      if let rows = dialect.rows(under: header, table: table) {
        return Finding(rows: rows, width: record.count, isMarked: isMarked)
      }
    }
    return nil
  }

  /// The delimiter under which a file that begins with `head` has a header row.
  func delimiter(in head: [UInt8]) -> UInt8? { CSVHeaderSearch.delimiters.first { finds($0, in: head) } }

  private func finds(_ delimiter: UInt8, in head: [UInt8]) -> Bool {
    guard head.contains(delimiter), let reader = try? reader(of: head, delimiter) else { return false }
    for _ in 0..<CSVHeaderSearch.depth {
      guard let record = try? reader.nextRecord() else { return false }
      if finding(under: record) != nil { return true }
    }
    return false
  }

  func reader(of head: [UInt8], _ delimiter: UInt8) throws -> CSVReader {
    try CSVReader(
      InputSource(bytes: head), delimiter: delimiter, decoder: CSVTextDecoder(), capacity: max(4, head.count + 1))
  }

  /// What to say of a file in which there is no header row.
  func complaint(about head: [UInt8], isUTF16: Bool) -> ImportError {
    guard let (line, cells) = likelyHeader(of: head) else { return HeaderComplaint.empty(dialects, isUTF16: isUTF16) }
    let header = CSVHeader(cells)
    return HeaderComplaint(dialects: dialects, isUTF16: isUTF16, line: line, header: header).error
  }

  /// A row of another language among the first, or else the first one, split at the delimiter that gives the most fields.
  private func likelyHeader(of head: [UInt8]) -> (line: Int, cells: [String])? {
    let candidates = CSVHeaderSearch.delimiters.map { delimiter in firstRows(of: head, delimiter) }
    for rows in candidates {
      if let row = rows.first(where: { $0.cells.count > 1 && LocalisedHeaders.finding(in: CSVHeader($0.cells)) != nil })
      {
        return row
      }
    }
    return candidates.compactMap(\.first).max { $0.cells.count < $1.cells.count }
  }

  private func firstRows(of head: [UInt8], _ delimiter: UInt8) -> [(line: Int, cells: [String])] {
    guard let reader = try? reader(of: head, delimiter) else { return [] }
    var rows: [(line: Int, cells: [String])] = []
    while rows.count < CSVHeaderSearch.depth, let record = try? reader.nextRecord() {
      rows.append((record.line, record.texts))
    }
    return rows
  }
}
