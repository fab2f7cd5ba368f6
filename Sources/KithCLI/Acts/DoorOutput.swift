import KithCore
import KithStore

/// Prints doors: which company, who holds it, and from when one may try again.
struct DoorOutput {
  let format: OutputFormat
  let graph: StoredGraph

  private struct Row {
    let door: Door
    let company: EntitySummary
  }

  /// By name. Returns how many there were.
  func write(_ doors: [Door], limit: Int?, to output: OutputSink) throws -> Int {
    let named = try doors.compactMap { door in try graph.summary(of: door.company).map { Row(door: door, company: $0) }
    }
    let sorted = named.map { (SearchKey.fold($0.company.name), $0) }.sorted {
      ($0.0, $0.1.door.company) < ($1.0, $1.1.door.company)
    }
    let rows = sorted.prefix(limit ?? .max).map(\.1)
    switch format {
    case .table: try writeTable(rows, output)
    case .json: try writeJSON(rows, output)
    case .csv: try writeCSV(rows, output)
    case .ids: for row in rows { try output.write(row.company.id.description + "\n") }
    }
    try output.flush()
    return rows.count
  }

  private static let headings = ["COMPANY", "DOOR", "HELD BY", "SAID NO", "TRY AGAIN"]
  private static let shownHolders = 3

  private func cells(_ row: Row, limit: Int) throws -> [String] {
    let door = row.door
    var holders = try door.holders.prefix(limit).map { holder in
      "\(try name(holder.person)) (\(holder.hold.phrase(at: try holder.elsewhere.map(name))))"
    }
    if door.holders.count > limit { holders.append("and \(door.holders.count - limit) more") }
    return [
      row.company.name, door.state.rawValue, holders.joined(separator: ", "), door.rejected?.description ?? "",
      door.tryAgain?.description ?? "",
    ]
  }

  private func name(_ person: Identifier) throws -> String { try graph.summary(of: person)?.name ?? "?" }

  private func writeTable(_ rows: [Row], _ output: OutputSink) throws {
    var table = Table(DoorOutput.headings, terminal: Invocation.current.terminal, output: output)
    for row in rows { try table.add(try cells(row, limit: DoorOutput.shownHolders)) }
    try table.finish()
  }

  private func writeCSV(_ rows: [Row], _ output: OutputSink) throws {
    try CSVLine.write(DoorOutput.headings.map { $0.lowercased() }, to: output)
    for row in rows { try CSVLine.write(try cells(row, limit: .max), to: output) }
  }

  private func writeJSON(_ rows: [Row], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("doors", rows) { row, json in
      try json.summary("company", row.company)
      try json.text("door", row.door.state.rawValue)
      try json.array("heldBy", row.door.holders) { holder, json in
        try json.summary("person", try graph.summary(of: holder.person))
        try json.text("hold", holder.hold.rawValue)
        try json.summary("elsewhere", try holder.elsewhere.flatMap { try graph.summary(of: $0) })
      }
      try json.text("rejected", row.door.rejected?.description)
      try json.text("tryAgain", row.door.tryAgain?.description)
    }
    try json.endObject()
    try json.endLine()
  }
}
