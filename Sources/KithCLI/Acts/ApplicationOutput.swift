import KithCore
import KithStore

/// Applications for people and for programs.
enum ApplicationOutput {
  static func writeTable(_ rows: [ApplicationSummary], _ terminal: Terminal, _ output: OutputSink) throws {
    var table = Table(["COMPANY", "POSITION", "STAGE", "OUTCOME", "DATE", "ID"], terminal: terminal, output: output)
    for row in rows {
      let application = row.application
      try table.add([
        row.company.name, application.position, application.outcome?.stage ?? application.stages.last?.name ?? "",
        application.outcome?.kind.rawValue ?? "open", application.lastDate?.description ?? "", application.id.short,
      ])
    }
    try table.finish()
  }

  static func writeJSON(_ applications: [JobApplication], _ graph: StoredGraph, _ output: OutputSink) throws {
    let names = try graph.summaries(of: applications.flatMap { [$0.company] + $0.involved.map(\.person) })
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("applications", applications) {
      try RecordJSON.application($0, company: names[$0.company], names, to: &$1)
    }
    try json.endObject()
    try json.endLine()
  }

  static func card(_ summary: ApplicationSummary, _ graph: StoredGraph, _ terminal: Terminal) throws -> Card {
    let application = try graph.application(summary.application.id) ?? summary.application
    var card = Card("\(application.position) at \(summary.company.name)", terminal: terminal)
    card.add("state", application.standing)
    card.add("reason", application.outcome?.reason)
    for stage in application.stages { card.add("stages", stage.name + (stage.date.map { ", \($0)" } ?? "")) }
    let names = try graph.summaries(of: application.involved.map(\.person))
    for involved in application.involved {
      let aside = involved.role.words + (involved.date.map { ", \($0)" } ?? "")
      card.add("people", "\(names[involved.person]?.name ?? "?") (\(aside))")
    }
    card.add("posted at", application.url)
    card.add("note", application.note)
    card.add("id", application.id.description)
    return card
  }
}
