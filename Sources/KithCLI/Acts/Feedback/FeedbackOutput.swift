import KithCore
import KithStore

/// Pieces of feedback for people and for programs.
struct FeedbackOutput {
  let graph: StoredGraph
  private let names: [Identifier: EntitySummary]
  private let applications: [Identifier: JobApplication]

  init(_ feedback: [Feedback], in graph: StoredGraph) throws {
    self.graph = graph
    var found: [Identifier: JobApplication] = [:]
    for id in Set(feedback.compactMap(\.application)) { found[id] = try graph.application(id) }
    applications = found
    names = try graph.summaries(of: feedback.map(\.giver) + found.values.map(\.company))
  }

  func writeTable(_ feedback: [Feedback], _ terminal: Terminal, _ output: OutputSink) throws {
    var table = Table(
      ["DATE", "GIVER", "STATE", "THEME", "TEXT", "ABOUT", "ID"], terminal: terminal, output: output, wraps: true)
    for piece in feedback {
      try table.add([
        piece.steps.last?.date?.description ?? "", names[piece.giver]?.name ?? "?", piece.state?.words ?? "",
        piece.theme ?? "", piece.text, about(piece) ?? "", piece.id.short,
      ])
    }
    try table.finish()
  }

  /// "Compiler engineer at Analytical Engines"
  private func about(_ piece: Feedback) -> String? {
    guard let application = piece.application.flatMap({ applications[$0] }) else { return nil }
    return "\(application.position) at \(names[application.company]?.name ?? "?")"
  }

  func writeJSON(_ feedback: [Feedback], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("feedback", feedback) { try members(of: $0, to: &$1) }
    try json.endObject()
    try json.endLine()
  }

  /// In the object begun.
  func members(of piece: Feedback, to json: inout JSONWriter) throws {
    try json.key("id")
    try json.identifier(piece.id)
    try json.summary("giver", names[piece.giver])
    if let application = piece.application.flatMap({ applications[$0] }) {
      try json.key("application")
      try json.beginObject()
      try json.key("id")
      try json.identifier(application.id)
      try json.summary("company", names[application.company])
      try json.text("position", application.position)
      try json.endObject()
    }
    try json.text("theme", piece.theme)
    try json.text("text", piece.text)
    try json.text("state", piece.state?.rawValue)
    try json.array("steps", piece.steps) {
      try $1.text("step", $0.kind.rawValue)
      try $1.text("date", $0.date?.description)
      try $1.text("note", $0.note)
    }
  }
}
