import KithCore

/// Writes the rows of `applications`.
final class ApplicationTableWriter {
  private let writer: CSVWriter
  private let graph: any ContactGraph
  /// Applications are few, and so are the companies and people in them.
  private var names: [Identifier: String] = [:]

  init(_ writer: CSVWriter, _ graph: any ContactGraph) {
    self.writer = writer
    self.graph = graph
  }

  func write() throws { try graph.forEachApplication(row) }

  /// In the order of ``CSVTable/columns``.
  private func row(_ application: JobApplication) throws {
    try writer.cell(application.id)
    try writer.cell(application.company)
    try writer.cell(name(of: application.company))
    try writer.cell(application.position)
    try writer.cell { try stages(application.stages, to: $0) }
    try outcome(application.outcome)
    try writer.cell { try involved(application.involved, to: $0) }
    try writer.cell(application.url)
    try writer.cell(application.note)
    try writer.endRow()
  }

  private func name(of id: Identifier) throws -> String {
    if let known = names[id] { return known }
    let name = try graph.summary(of: id)?.name ?? ""
    names[id] = name
    return name
  }

  private func outcome(_ outcome: JobApplication.Outcome?) throws {
    try writer.cell(outcome?.kind.rawValue)
    try writer.cell { if let date = outcome?.date { try $0.date(date) } }
    try writer.cell(outcome?.stage)
    try writer.cell(outcome?.reason)
  }

  /// `applied 2026-10-01`; `-` in the place of a date that is not known, where the name alone would look dated.
  private func stages(_ stages: [JobApplication.Stage], to output: OutputSink) throws {
    for (index, stage) in stages.enumerated() {
      if index > 0 { try output.write(ListCell.lineFeed) }
      try output.escaped(stage.name)
      if let date = stage.date {
        try output.write(" ")
        try output.date(date)
      } else if StageLine.looksDated(stage.name) {
        try output.write(" -")
      }
    }
  }

  /// `interviewer 2026-10-12: Ada Lovelace <0190…>`
  private func involved(_ involved: [JobApplication.Involvement], to output: OutputSink) throws {
    for (index, part) in involved.enumerated() {
      if index > 0 { try output.write(ListCell.lineFeed) }
      try output.write(part.role.rawValue)
      if let date = part.date {
        try output.write(" ")
        try output.date(date)
      }
      try output.write(": ")
      try output.escaped(name(of: part.person))
      try output.write(" <")
      try output.write(part.person)
      try output.write(">")
    }
  }
}

/// A stage in its cell.
enum StageLine {
  /// Whether the last word of a name would be read as the date, or the name as a blank line.
  static func looksDated(_ name: String) -> Bool {
    guard !name.isEmpty else { return true }
    return isDate(name.split(separator: " ", omittingEmptySubsequences: false).last ?? "")
  }

  static func isDate(_ word: Substring) -> Bool { word == "-" || PartialDate(word) != nil }
}
