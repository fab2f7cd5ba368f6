import ArgumentParser
import KithCore

struct TemplateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the templates of notes.",
    discussion: """
      Example:
        kith template list
      """)

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  func run() throws {
    let output = Descriptor.standardOutput.sink()
    let rows = TemplateFolder.current.names().map(TemplateRow.init)
    switch format {
    case .table:
      var table = Table(
        ["TEMPLATE", "FOR", "FROM", "PROBLEM"], terminal: Invocation.current.terminal, output: output)
      for row in rows {
        try table.add([row.name, row.purpose ?? "", row.file == nil ? "kith" : "yours", row.problem ?? ""])
      }
      try table.finish()
    case .json: try TemplateListCommand.writeJSON(rows, output)
    }
    try output.flush()
  }

  private static func writeJSON(_ rows: [TemplateRow], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("templates", rows) { row, json in
      try json.text("name", row.name)
      try json.text("for", row.purpose)
      try json.text("file", row.file)
      try json.text("problem", row.problem)
    }
    try json.endObject()
    try json.endLine()
  }
}

/// A template as it is listed.
private struct TemplateRow {
  let name: String
  let purpose: String?
  let file: String?
  /// Why it cannot be used.
  let problem: String?

  init(_ name: String) {
    self.name = name
    purpose = DraftKind(rawValue: name)?.summary
    do {
      let found = try TemplateFolder.current.find(name)
      file = found.file
      do {
        _ = try DraftTemplate(found.text)
        problem = nil
      } catch {
        problem = (error as? TemplateProblem)?.text
      }
    } catch {
      file = TemplateFolder.current.file(name)
      problem = CommandError(describing: error).message
    }
  }
}
