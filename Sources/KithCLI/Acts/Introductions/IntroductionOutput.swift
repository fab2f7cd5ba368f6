import KithCore
import KithStore

/// Introductions for people and for programs.
struct IntroductionOutput {
  let graph: StoredGraph
  private let names: [Identifier: EntitySummary]
  private let applications: [Identifier: JobApplication]

  init(_ introductions: [Introduction], in graph: StoredGraph) throws {
    self.graph = graph
    var found: [Identifier: JobApplication] = [:]
    for id in Set(introductions.compactMap(\.application)) { found[id] = try graph.application(id) }
    applications = found
    names = try graph.summaries(
      of: introductions.flatMap { [$0.connector, $0.person] } + found.values.map(\.company))
  }

  func write(_ introductions: [Introduction], as format: OutputFormat, to output: OutputSink) throws {
    switch format {
    case .table: try writeTable(introductions, output)
    case .json: try writeJSON(introductions, output)
    case .csv:
      try CSVLine.write(IntroductionOutput.headings.map { $0.lowercased() }, to: output)
      for introduction in introductions {
        try CSVLine.write(cells(introduction, id: introduction.id.description), to: output)
      }
    case .ids: for introduction in introductions { try output.write(introduction.id.description + "\n") }
    }
    try output.flush()
  }

  private static let headings = ["ASKED", "CONNECTOR", "PERSON", "STATE", "REASON", "ABOUT", "ID"]

  private func cells(_ introduction: Introduction, id: String) -> [String] {
    [
      introduction.askedOn?.description ?? "", name(introduction.connector), name(introduction.person),
      introduction.standing, introduction.reason, about(introduction) ?? "", id,
    ]
  }

  private func name(_ id: Identifier) -> String { names[id]?.name ?? "?" }

  /// "Compiler engineer at Analytical Engines"
  private func about(_ introduction: Introduction) -> String? {
    guard let application = introduction.application.flatMap({ applications[$0] }) else { return nil }
    return "\(application.position) at \(name(application.company))"
  }

  private func writeTable(_ introductions: [Introduction], _ output: OutputSink) throws {
    var table = Table(
      IntroductionOutput.headings, terminal: Invocation.current.terminal, output: output, wraps: true)
    for introduction in introductions { try table.add(cells(introduction, id: introduction.id.short)) }
    try table.finish()
  }

  private func writeJSON(_ introductions: [Introduction], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("introductions", introductions) { try IntroductionOutput.members(of: $0, names, to: &$1) }
    try json.endObject()
    try json.endLine()
  }

  /// In the object begun.
  static func members(
    of introduction: Introduction, _ names: [Identifier: EntitySummary], to json: inout JSONWriter
  ) throws {
    try json.key("id")
    try json.identifier(introduction.id)
    try json.summary("connector", names[introduction.connector])
    try json.summary("person", names[introduction.person])
    if let application = introduction.application {
      try json.key("application")
      try json.identifier(application)
    }
    try json.text("reason", introduction.reason)
    try json.text("state", introduction.state?.rawValue)
    try json.key("open")
    try json.bool(introduction.isOpen)
    try json.array("steps", introduction.steps) {
      try $1.text("step", $0.kind.rawValue)
      try $1.text("by", $0.by?.rawValue)
      try $1.text("date", $0.date?.description)
      try $1.text("note", $0.note)
    }
  }
}
