import ArgumentParser
import KithCore
import KithStore

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what was done, the latest first.",
    discussion: """
      Example:
        kith history ada --limit 10
      """)

  @Argument(help: "Only what touched this record.", completion: .records)
  var reference: String?

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many entries.", valueName: "number"))
  var limit: Int = 50

  @Option(name: .customLong("format"), help: "How to print it: table or json.")
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
    if format != .table, format != .json { throw ValidationError("history prints table or json, not '\(format)'") }
  }

  func run() throws {
    try store.read { graph in
      let record = try reference.map { try Resolver(graph: graph).one($0, among: Set(Entity.Kind.allCases)) }
      let entries = try graph.history(of: record?.id, limit: limit)
      let output = Descriptor.standardOutput.sink()
      if format == .json { try writeJSON(entries, output) } else { try writeTable(entries, output) }
      try output.flush()
    }
  }

  private func writeTable(_ entries: [HistoryEntry], _ output: OutputSink) throws {
    var table = Table(["ENTRY", "WHEN", "WHAT"], terminal: Invocation.current.terminal, output: output)
    for entry in entries {
      let undone = entry.undoneBy.map { " (undone by \($0))" } ?? ""
      try table.add(["\(entry.number)", HistoryCommand.minute(entry.at), entry.summary + undone])
    }
    try table.finish()
  }

  /// `2026-11-02 09:30` in UTC.
  private static func minute(_ at: Timestamp) -> String { String(at.description.prefix(16)).replacing("T", with: " ") }

  private func writeJSON(_ entries: [HistoryEntry], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("entries")
    try json.beginArray()
    for entry in entries {
      try json.beginObject()
      try json.key("number")
      try json.number(entry.number)
      try json.text("at", entry.at.description)
      try json.text("command", entry.command)
      try json.text("summary", entry.summary)
      try json.number("undoes", entry.undoes)
      try json.number("undoneBy", entry.undoneBy)
      try json.endObject()
    }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }
}

extension JSONWriter {
  mutating func number(_ name: StaticString, _ value: Int?) throws {
    guard let value else { return }
    try key(name)
    try number(value)
  }
}
