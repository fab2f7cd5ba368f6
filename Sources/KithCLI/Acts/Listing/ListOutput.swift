import KithCore
import KithStore

/// Prints entities, a row each: as they come from the store, but where they are to be sorted.
struct ListOutput {
  let kinds: [Entity.Kind]
  /// Nil for all of the kinds.
  var query: SelectorQuery?
  /// Nil for those of the kind, in a table for each kind.
  var columns: [ListColumn]?
  var order: ListOrder?
  let limit: Int?
  let format: OutputFormat

  init(
    kinds: [Entity.Kind], query: SelectorQuery? = nil, columns: [ListColumn]? = nil, order: ListOrder? = nil,
    limit: Int?, format: OutputFormat
  ) {
    (self.kinds, self.query, self.columns, self.order) = (kinds, query, columns, order)
    (self.limit, self.format) = (limit, format)
  }

  /// Returns how many there were.
  @discardableResult
  func write(_ graph: StoredGraph, to output: OutputSink) throws -> Int {
    let count =
      switch format {
      case .table: try writeTables(graph, output)
      case .json: try writeJSON(graph, output)
      case .csv: try writeCSV(graph, output)
      case .ids: try forEachRow(graph) { row, _ in try output.write(row.summary.id.description + "\n") }
      }
    try output.flush()
    return count
  }

  // MARK: Rows

  /// Kinds whose rows stand in one table: all where the columns were chosen.
  private var groups: [[Entity.Kind]] { columns == nil ? kinds.map { [$0] } : [kinds] }

  private var facts: Set<ListFact> {
    Set(((columns ?? []) + (order?.columns ?? [])).compactMap(\.fact))
  }

  private func columns(of group: [Entity.Kind]) -> [ListColumn] {
    columns ?? ListColumn.standard(for: group.first ?? .person)
  }

  /// Hands over each row with its group.
  private func forEachRow(_ graph: StoredGraph, _ body: (ListRow, [Entity.Kind]) throws -> Void) throws -> Int {
    var count = 0
    for group in groups {
      let rest = limit.map { $0 - count }
      if let rest, rest <= 0 { break }
      try forEachRow(of: group, limit: rest, graph) {
        count += 1
        try body($0, group)
      }
    }
    return count
  }

  private func forEachRow(
    of group: [Entity.Kind], limit: Int?, _ graph: StoredGraph, _ body: (ListRow) throws -> Void
  ) throws {
    guard let order else {
      var left = limit
      for kind in group where left != 0 {
        try graph.forEachListRow(of: kind, limit: left, where: query, with: facts) {
          left = left.map { $0 - 1 }
          try body($0)
        }
      }
      return
    }
    var rows: [ListRow] = []
    for kind in group { try graph.forEachListRow(of: kind, limit: nil, where: query, with: facts) { rows.append($0) } }
    for row in order.sorted(rows).prefix(limit ?? .max) { try body(row) }
  }

  // MARK: Formats

  private func writeTables(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    var shown: (group: [Entity.Kind], table: Table)?
    let count = try forEachRow(graph) { row, group in
      if shown?.group != group {
        try shown?.table.finish()
        let headings = columns(of: group).map(\.heading)
        shown = (group, Table(headings, terminal: Invocation.current.terminal, output: output))
      }
      try shown?.table.add(columns(of: group).map { $0.text(of: row, wholeID: false) })
    }
    try shown?.table.finish()
    return count
  }

  private func writeCSV(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    var shown: [Entity.Kind]?
    let count = try forEachRow(graph) { row, group in
      if shown != group { try CSVLine.write(columns(of: group).map(\.rawValue), to: output) }
      shown = group
      try CSVLine.write(columns(of: group).map { $0.text(of: row, wholeID: true) }, to: output)
    }
    if shown == nil { try CSVLine.write(columns(of: groups.first ?? kinds).map(\.rawValue), to: output) }
    return count
  }

  private func writeJSON(_ graph: StoredGraph, _ output: OutputSink) throws -> Int {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("records")
    try json.beginArray()
    let count = try forEachRow(graph) { row, _ in try write(row, to: &json) }
    try json.endArray()
    try json.endObject()
    try json.endLine()
    return count
  }

  private func write(_ row: ListRow, to json: inout JSONWriter) throws {
    try json.beginObject()
    for column in columns ?? [.id, .kind, .name, .title, .company, .email, .phone, .tags] {
      try json.member(column, of: row)
    }
    try json.endObject()
  }
}

extension JSONWriter {
  /// Left out where nothing is known.
  fileprivate mutating func member(_ column: ListColumn, of row: ListRow) throws {
    switch column {
    case .id:
      try key("id")
      try identifier(row.summary.id)
    case .kind: try text("kind", row.summary.kind.rawValue)
    case .name: try text("name", row.summary.name)
    case .title: try text("title", row.title)
    case .company: try text("company", row.company)
    case .email: try text("email", row.email)
    case .phone: try text("phone", row.phone)
    case .tags: try list("tags", row.tags)
    case .city: try text("city", row.city)
    case .last: try date("last", row.last)
    case .met: try date("met", row.met)
    case .due: try date("due", row.due?.date)
    }
  }
}
