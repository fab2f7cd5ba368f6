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
    var input = context.input
    let order = UTF16Text.order(of: try input.peek(4))
    if let order { input = UTF16Text.decoded(input, order) }
    let head = try input.peek(CSVImport.headLength)
    guard let delimiter = search.delimiter(in: head) else {
      throw search.complaint(about: head, isUTF16: order != nil)
    }
    let reader = try CSVReader(input, delimiter: delimiter, decoder: decoder)
    guard let finding = try header(reader) else { throw search.complaint(about: head, isUTF16: order != nil) }
    _ = decoder.takeOtherEncoding()
    reader.takesOffMarks = finding.isMarked || context.options["spreadsheet-safe"] == "yes"
    try learn(from: head, delimiter, finding.rows)
    while let record = try reader.nextRecord() { try read(record, by: finding.rows, finding.width) }
  }

  private func header(_ reader: CSVReader) throws -> CSVHeaderSearch.Finding? {
    for _ in 0..<CSVHeaderSearch.depth {
      guard let record = try reader.nextRecord() else { return nil }
      if let finding = search.finding(under: record) { return finding }
    }
    return nil
  }

  private func learn(from head: [UInt8], _ delimiter: UInt8, _ rows: any CSVRows) throws {
    let said = context.options["dates"]
    if said != "auto" { return rows.read(DateText(isDayFirst: said == "day-first", isSaid: true)) }
    let reader = try search.reader(of: head, delimiter)
    while let record = try reader.nextRecord() { rows.learn(from: record) }
  }

  private func read(_ record: CSVRecord, by rows: any CSVRows, _ width: Int) throws {
    switch record.problem {
    case .tooLong: return skip("record-too-long", "a record longer than 16 MB", record.line)
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
    warn("bad-\(column)", "the cell '\(column)' cannot be understood", line)
  }

  func skip(_ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(.skipped, code, message, line: line))
  }
}
