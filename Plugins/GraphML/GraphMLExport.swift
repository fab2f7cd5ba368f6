import KithCore

/// One export: the declarations of the attributes, a node for each entity, an edge for each relation.
final class GraphMLExport {
  private let context: ExportContext
  private let output: OutputSink
  private var data: DataElements
  private let isMixed: Bool

  init(_ context: ExportContext) {
    self.context = context
    output = context.output
    data = DataElements(context.output)
    isMixed = context.options["edges"] == "mixed"
  }

  func begin() throws {
    try output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """)
    for key in Key.allCases { try output.write(key.declaration) }
    try output.write("<graph id=\"kith\" edgedefault=\"directed\">\n")
  }

  func end() throws { try output.write("</graph>\n</graphml>\n") }

  func write(_ entity: Entity, isMe: Bool) throws {
    try output.write("<node id=\"")
    try output.write(entity.id)
    try output.write("\">")
    try data.word(.kind, entity.kind.rawValue)
    try data.text(.label, entity.name)
    if isMe { try data.word(.me, "true") }
    if let start = entity.period.start { try data.word(.nodeStart, start.description) }
    if let end = entity.period.end { try data.word(.nodeEnd, end.description) }
    if entity.period.endedAtUnknownDate { try data.word(.nodeEnded, "true") }
    try data.list(.tags, entity.tags)
    try output.write("</node>\n")
    report(entity.id)
  }

  func write(_ relation: Relation) throws {
    try output.write("<edge source=\"")
    try output.write(relation.subject)
    try output.write("\" target=\"")
    try output.write(relation.object)
    try output.write(isMixed && relation.type.isSymmetric ? "\" directed=\"false\">" : "\">")
    try data.word(.type, relation.type.rawValue)
    if relation.type.isSymmetric { try data.word(.symmetric, "true") }
    try data.text(.title, relation.title)
    try data.list(.units, relation.units)
    if let start = relation.period.start { try data.word(.start, start.description) }
    if let end = relation.period.end { try data.word(.end, end.description) }
    if relation.period.endedAtUnknownDate { try data.word(.ended, "true") }
    try output.write("</edge>\n")
    report(relation.subject)
  }

  private func report(_ record: Identifier) {
    if data.takeReplaced() { report("replaced-text", "control characters have no place in XML", record) }
    if data.takeJoined() {
      report("joined-list", "tags or departments that have a comma are joined by commas", record)
    }
  }

  private func report(_ code: String, _ message: String, _ record: Identifier) {
    context.diagnostics.report(Diagnostic(.loss, code, message, record: record))
  }
}
