import KithCore
import KithStore

/// Prints entities of one kind, a row each, as they come from the store.
struct ListOutput {
  let kind: Entity.Kind
  let limit: Int?
  let format: OutputFormat

  /// Returns how many there were.
  @discardableResult
  func write(_ graph: StoredGraph, to output: OutputSink) throws -> Int {
    let count =
      switch format {
      case .table: try writeTable(graph, output)
      case .json: try writeJSON(graph, output)
      case .csv: try writeCSV(graph, output)
      case .ids: try forEach(graph) { try output.write($0.summary.id.description + "\n") }
      }
    try output.flush()
    return count
  }

  private func forEach(_ graph: StoredGraph, _ body: (ListRow) throws -> Void) throws -> Int {
    var count = 0
    try graph.forEachListRow(of: kind, limit: limit) {
      count += 1
      try body($0)
    }
    return count
  }

  private var headings: [String] {
    kind == .person ? ["NAME", "TITLE", "COMPANY", "E-MAIL", "ID"] : ["NAME", "E-MAIL", "PHONE", "TAGS", "ID"]
  }

  private func cells(_ row: ListRow, id: String) -> [String] {
    kind == .person
      ? [row.summary.name, row.title ?? "", row.company ?? "", row.email ?? "", id]
      : [row.summary.name, row.email ?? "", row.phone ?? "", row.tags.joined(separator: " "), id]
  }

  private func writeTable(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    var table = Table(headings, terminal: Invocation.current.terminal, output: output)
    let count = try forEach(graph) { try table.add(cells($0, id: $0.summary.id.short)) }
    try table.finish()
    return count
  }

  private func writeCSV(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    try CSVLine.write(headings.map { $0.lowercased().replacing("-", with: "") }, to: output)
    return try forEach(graph) { try CSVLine.write(cells($0, id: $0.summary.id.description), to: output) }
  }

  private func writeJSON(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("records")
    try json.beginArray()
    let count = try forEach(graph) { try write($0, to: &json) }
    try json.endArray()
    try json.endObject()
    try json.endLine()
    return count
  }

  private func write(_ row: ListRow, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.key("id")
    try json.identifier(row.summary.id)
    try json.text("kind", row.summary.kind.rawValue)
    try json.text("name", row.summary.name)
    try json.text("title", row.title)
    try json.text("company", row.company)
    try json.text("email", row.email)
    try json.text("phone", row.phone)
    try json.list("tags", row.tags)
    try json.endObject()
  }
}
