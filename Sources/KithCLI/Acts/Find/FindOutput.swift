import KithCore
import KithStore

/// Prints what was found, a line each.
struct FindOutput {
  let hits: [SearchHit]
  let format: OutputFormat

  func write(to output: OutputSink) throws {
    switch format {
    case .table: try writeTable(output)
    case .json: try writeJSON(output)
    case .csv: try writeCSV(output)
    case .ids: for hit in hits { try output.write(hit.summary.id.description + "\n") }
    }
    try output.flush()
  }

  private func cells(_ hit: SearchHit, id: String) -> [String] {
    [hit.summary.name, FindWords.what(hit), FindWords.why(hit), id]
  }

  private func writeTable(_ output: OutputSink) throws {
    var table = Table(["NAME", "WHAT", "FOUND BY", "ID"], terminal: Invocation.current.terminal, output: output)
    for hit in hits { try table.add(cells(hit, id: hit.summary.id.short)) }
    try table.finish()
  }

  private func writeCSV(_ output: OutputSink) throws {
    try CSVLine.write(["name", "what", "foundby", "id"], to: output)
    for hit in hits { try CSVLine.write(cells(hit, id: hit.summary.id.description), to: output) }
  }

  private func writeJSON(_ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("hits")
    try json.beginArray()
    for hit in hits { try write(hit, to: &json) }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }

  private func write(_ hit: SearchHit, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.key("id")
    try json.identifier(hit.summary.id)
    try json.text("kind", hit.summary.kind.rawValue)
    try json.text("name", hit.summary.name)
    try json.text("title", hit.title)
    try json.text("company", hit.company)
    try json.date("lastTouch", hit.lastTouch)
    try json.key("reasons")
    try json.beginArray()
    for reason in hit.reasons { try write(reason, to: &json) }
    try json.endArray()
    try json.endObject()
  }

  private func write(_ reason: SearchReason, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.text("field", "\(reason.field)")
    try json.text("text", reason.text)
    if reason.isPast {
      try json.key("past")
      try json.bool(true)
    }
    try json.date("date", reason.date)
    try json.text("channel", reason.channel)
    try json.endObject()
  }
}
