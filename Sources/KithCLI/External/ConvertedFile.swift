import KithCore
import KithJSONLines

/// What a format's program made of a file: lines of `jsonl`, to be read in place of the file.
struct ConvertedFile: Importer, @unchecked Sendable {
  let format: Format
  let program: String
  // Read once, by one import: nothing else reaches it.
  let lines: AnonymousFile
  let diagnostics: [Diagnostic]

  func recognizes(_ head: [UInt8]) -> Bool { false }

  /// - Throws: ``CommandError`` at a line that is no record: a program that writes such is not to be trusted with the rest.
  func importRecords(in context: ImportContext) throws {
    for diagnostic in diagnostics { context.diagnostics.report(diagnostic) }
    let wrong = FirstSkipped(passingOnTo: context.diagnostics)
    let format = JSONLinesFormat()
    let inner = ImportContext(
      input: lines.source(), options: try OptionValues([], for: format.format), now: context.now,
      diagnostics: DiagnosticLog { wrong.take($0) }, receive: context.receive)
    do {
      try format.importRecords(in: inner)
    } catch let error as ImportError {
      throw failure(error.line, error.message)
    }
    if let skipped = wrong.diagnostic { throw failure(skipped.line, skipped.message) }
  }

  private func failure(_ line: Int?, _ message: String) -> CommandError {
    let place = line.map { "line \($0) of " } ?? ""
    return CommandError("\(place)what \(program) wrote is no record: \(message); nothing was imported")
  }

  /// Holds the first line that is no record; what else is said of the lines is about what they tell.
  private final class FirstSkipped {
    private(set) var diagnostic: Diagnostic?
    private let log: DiagnosticLog

    init(passingOnTo log: DiagnosticLog) { self.log = log }

    func take(_ other: Diagnostic) {
      if other.kind == .skipped {
        diagnostic = diagnostic ?? other
      } else {
        // The line is one of the program's, not of the user's file.
        log.report(Diagnostic(other.kind, other.code, other.message, count: other.count, record: other.record))
      }
    }
  }
}
