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
    writer.cell(application.id)
    writer.cell(application.company)
    writer.cell(try name(of: application.company))
    writer.cell(application.position)
    stages(application.stages)
    outcome(application.outcome)
    try involved(application.involved)
    writer.cell(application.url)
    writer.cell(application.note)
    try writer.endRow()
  }

  private func name(of id: Identifier) throws -> String {
    if let known = names[id] { return known }
    let name = try graph.summary(of: id)?.name ?? ""
    names[id] = name
    return name
  }

  private func outcome(_ outcome: JobApplication.Outcome?) {
    writer.cell(outcome?.kind.rawValue)
    writer.cell(outcome?.date)
    writer.cell(outcome?.stage)
    writer.cell(outcome?.reason)
  }

  /// `applied 2026-10-01`; `-` in the place of a date that is not known, where the name alone would look dated.
  private func stages(_ stages: [JobApplication.Stage]) {
    writer.beginCell()
    for (index, stage) in stages.enumerated() {
      if index > 0 { writer.write(ListCell.lineFeed) }
      writer.escaped(stage.name)
      if let date = stage.date {
        writer.write(ListCell.space)
        writer.date(date)
      } else if StageLine.looksDated(stage.name) {
        writer.write(" -")
      }
    }
    writer.endCell()
  }

  /// `interviewer 2026-10-12: Ada Lovelace <0190…>`
  private func involved(_ involved: [JobApplication.Involvement]) throws {
    writer.beginCell()
    for (index, part) in involved.enumerated() {
      if index > 0 { writer.write(ListCell.lineFeed) }
      writer.write(part.role.rawValue)
      if let date = part.date {
        writer.write(ListCell.space)
        writer.date(date)
      }
      writer.write(": ")
      writer.escaped(try name(of: part.person))
      writer.write(" <\(part.person)>")
    }
    writer.endCell()
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
