import KithCore

/// One file being read: finds its header row, reads the rows under it, reports what is wrong with them.
final class CSVImport {
  let context: ImportContext
  let cells: CellReader
  private let search: CSVHeaderSearch
  private let decoder = CSVTextDecoder()
  private static let headLength = 1 << 16

  init(_ context: ImportContext, dialects: [any CSVDialect], table: CSVTable) {
    self.context = context
    search = CSVHeaderSearch(dialects: dialects, table: table)
    cells = CellReader(decoder: decoder)
  }

  /// - Throws: ``ImportError`` at a file without a header row that a dialect knows, and what the context throws.
  func run() throws {
    let head = try context.input.peek(CSVImport.headLength)
    if UTF16Text.begins(head) { throw ImportError("the file is UTF-16; save it as UTF-8") }
    guard let delimiter = search.delimiter(in: head) else { throw search.complaint(about: head) }
    let reader = try CSVReader(context.input, delimiter: delimiter, decoder: decoder)
    guard let (rows, width) = try header(reader) else { throw search.complaint(about: head) }
    while let record = try reader.nextRecord() { try read(record, by: rows, width) }
  }

  private func header(_ reader: CSVReader) throws -> (any CSVRows, width: Int)? {
    for _ in 0..<CSVHeaderSearch.depth {
      guard let record = try reader.nextRecord() else { return nil }
      if let rows = search.rows(under: record) { return (rows, record.count) }
    }
    return nil
  }

  private func read(_ record: CSVRecord, by rows: any CSVRows, _ width: Int) throws {
    switch record.problem {
    case .tooLong: return skip("record-too-long", "a record longer than 64 MB", record.line)
    case .unclosedQuote: warn("unclosed-quote", "a quote that is opened and never closed", record.line)
    case nil: break
    }
    if record.totalCount > width, hasMore(record, than: width) {
      warn("too-many-fields", "a row with more fields than the header row", record.line)
    }
    try rows.read(record, for: self)
    if decoder.takeOtherEncoding() {
      warn("not-utf-8", "text that is not UTF-8 was read as windows-1252", record.line)
    }
  }

  /// Delimiters at the end of a row, as some programs write them, are no fields.
  private func hasMore(_ record: CSVRecord, than width: Int) -> Bool {
    (width..<max(width, record.count)).contains { !record[$0].isEmpty } || record.totalCount > record.count
  }

  func warn(_ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(.warning, code, message, line: line))
  }

  func warnOfCell(_ column: String, _ line: Int) {
    warn("bad-\(column)", "the cell '\(column)' cannot be understood and is left out", line)
  }

  func skip(_ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(.skipped, code, message, line: line))
  }
}
