import KithCore

/// Finds the header row among the first records of a file, and with it the delimiter.
struct CSVHeaderSearch {
  /// How many records may stand before the header row, and it.
  static let depth = 10
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  let dialects: [any CSVDialect]
  let table: CSVTable

  /// A reader for the rows under `record`, if that is a header row.
  func rows(under record: CSVRecord) -> (any CSVRows)? {
    guard record.count > 1, record.count < 512, record.problem == nil else { return nil }
    let header = CSVHeader(record.texts)
    for dialect in dialects {
      if let rows = dialect.rows(under: header, table: table) { return rows }
    }
    return nil
  }

  /// The delimiter under which a file that begins with `head` has a header row.
  func delimiter(in head: [UInt8]) -> UInt8? { CSVHeaderSearch.delimiters.first { finds($0, in: head) } }

  private func finds(_ delimiter: UInt8, in head: [UInt8]) -> Bool {
    guard let reader = try? reader(of: head, delimiter) else { return false }
    for _ in 0..<CSVHeaderSearch.depth {
      guard let record = try? reader.nextRecord() else { return false }
      if rows(under: record) != nil { return true }
    }
    return false
  }

  private func reader(of head: [UInt8], _ delimiter: UInt8) throws -> CSVReader {
    try CSVReader(
      InputSource(bytes: head), delimiter: delimiter, decoder: CSVTextDecoder(), capacity: max(4, head.count + 1))
  }

  /// What to say of a file in which there is no header row.
  func complaint(about head: [UInt8]) -> ImportError {
    let known = dialects.map(\.headers).joined(separator: "; ")
    guard let (line, cells) = firstRow(of: head) else { return ImportError("no header row; understood are \(known)") }
    let shown = cells.prefix(8).map { "'\(shortened($0))'" }.joined(separator: ", ")
    let more = cells.count > 8 ? " and \(cells.count - 8) more" : ""
    return ImportError(line: line, "no header row that kith knows: found \(shown)\(more); understood are \(known)")
  }

  /// Split at the delimiter that gives the most fields.
  private func firstRow(of head: [UInt8]) -> (line: Int, cells: [String])? {
    let rows = CSVHeaderSearch.delimiters.compactMap { delimiter -> (line: Int, cells: [String])? in
      guard let reader = try? reader(of: head, delimiter), let record = try? reader.nextRecord() else { return nil }
      return withExtendedLifetime(reader) { (record.line, record.texts) }
    }
    return rows.max { $0.cells.count < $1.cells.count }
  }

  private func shortened(_ cell: String) -> String {
    let cleaned = TerminalText.cleaned(String(cell.unicodeScalars.prefix(40)))
    return cell.unicodeScalars.count > 40 ? cleaned + "…" : cleaned
  }
}
