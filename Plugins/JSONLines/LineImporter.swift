import KithCore

/// Turns lines into records, and what cannot be understood into diagnostics.
struct LineImporter {
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  private let context: ImportContext
  private var sawRecord = false

  init(_ context: ImportContext) { self.context = context }

  /// - Throws: ``ImportError`` where the first line with anything on it is not of the format, and what the context throws.
  mutating func take(_ line: LineReader.Line) throws {
    let text = trimmed(line)
    guard !text.isEmpty else { return }
    if !sawRecord, text[0] != UInt8(ascii: "{") { throw ImportError(line: line.number, "expected a JSON object") }
    guard !line.isCut else {
      skip("long-line", "longer than a record may be", line.number)
      return
    }
    if LineText.isClean(text) { return try parse(text, line.number) }
    report(.warning, "not-utf8", "bytes that are not UTF-8, or NUL, became U+FFFD", line.number)
    try LineText.repaired(text).withUnsafeBufferPointer { try parse($0, line.number) }
  }

  private func trimmed(_ line: LineReader.Line) -> UnsafeBufferPointer<UInt8> {
    var text = line.bytes
    if line.number == 1, text.starts(with: LineImporter.byteOrderMark) {
      text = UnsafeBufferPointer(rebasing: text[3...])
    }
    guard let first = text.first, first <= 0x20 else { return text }
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d } ?? text.endIndex
    return UnsafeBufferPointer(rebasing: text[start...])
  }

  private mutating func parse(_ text: UnsafeBufferPointer<UInt8>, _ line: Int) throws {
    var record = RecordReader(text, now: context.now)
    do {
      guard let read = try record.read() else {
        sawRecord = true
        return
      }
      sawRecord = true
      reportRemarks(of: record, line)
      try context.receive(read)
    } catch let error as RecordError {
      try refuse(error, line)
    } catch let error as JSONError {
      let place = error.offset > 0 ? "column \(error.offset + 1): " : ""
      if !sawRecord, !record.isRecognized { throw ImportError(line: line, place + error.message) }
      sawRecord = true
      skip("bad-line", place + error.message, line)
    }
  }

  private mutating func refuse(_ error: RecordError, _ line: Int) throws {
    switch error {
    case .newerSchema(let schema):
      throw ImportError(line: line, "schema \(schema) is newer than \(JSONLinesFormat.schema), the newest known")
    case .unknownRecord where !sawRecord, .noRecord where !sawRecord:
      throw ImportError(line: line, "expected a line such as {\"record\":\"graph\",\"schema\":1}")
    case .unknownRecord(let name): skip("unknown-record", "record '\(name)' is not known", line)
    case .noRecord: skip("bad-line", "expected a member 'record'", line)
    case .bad(let message):
      sawRecord = true
      skip("bad-line", message, line)
    }
  }

  private func reportRemarks(of record: RecordReader, _ line: Int) {
    if record.unknownKeys > 0 {
      let message = "members that are not known were left out"
      context.diagnostics.report(
        Diagnostic(.warning, "unknown-key", message, count: record.unknownKeys, line: line))
    }
    if let type = record.unknownRelation {
      report(.warning, "unknown-relation", "relation '\(type)' is not known and became 'related'", line)
    }
  }

  private func skip(_ code: String, _ message: String, _ line: Int) { report(.skipped, code, message, line) }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int) {
    context.diagnostics.report(Diagnostic(kind, code, message, line: line))
  }
}

/// Why a line is no record.
enum RecordError: Error {
  case noRecord
  case unknownRecord(String)
  case newerSchema(Int)
  case bad(String)
}
