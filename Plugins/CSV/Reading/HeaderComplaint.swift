import KithCore

/// What to say of a file in which no header row is understood: what was found, and how to go on.
struct HeaderComplaint {
  let dialects: [any CSVDialect]
  let isUTF16: Bool
  let line: Int
  let header: CSVHeader

  var error: ImportError {
    let text = LocalisedHeaders.finding(in: header).map(localised) ?? unknown
    return ImportError(line: line, text + (isUTF16 ? " (the file is UTF-16)" : ""))
  }

  static func empty(_ dialects: [any CSVDialect], isUTF16: Bool) -> ImportError {
    let known = dialects.map(\.headers).joined(separator: ", ")
    return ImportError("no header row; understood are \(known)" + (isUTF16 ? " (the file is UTF-16)" : ""))
  }

  private var unknown: String {
    let known = dialects.map(\.headers).joined(separator: ", ")
    return "no header row that kith knows: found \(found); understood are \(known); "
      + "say what the columns are, as in \(example(guesses)) (fields: \(ColumnMap.fieldNames.joined(separator: ", ")))"
  }

  private func localised(_ finding: LocalisedHeaders.Finding) -> String {
    "a header row in \(finding.language), as \(finding.program) writes it there: found \(found); "
      + "export it again with \(finding.program) set to English, or say what the columns are, as in "
      + "\(example(finding.guesses)) (fields: \(ColumnMap.fieldNames.joined(separator: ", ")))"
  }

  private var found: String {
    let shown = header.cells.prefix(8).map { "'\(ColumnMap.shown($0))'" }.joined(separator: ", ")
    return shown + (header.cells.count > 8 ? " and \(header.cells.count - 8) more" : "")
  }

  /// The first columns, with fields that may be right.
  private var guesses: [(column: String, field: String)] {
    let named = header.cells.map(TrimmedText.trimmed).filter { !$0.isEmpty }
    return Array(zip(named, ["name", "email"]))
  }

  private func example(_ guesses: [(column: String, field: String)]) -> String {
    guesses.prefix(4).map { "--map '\(ColumnMap.shown($0.column))=\($0.field)'" }.joined(separator: " ")
  }
}
