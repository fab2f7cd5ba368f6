import KithCore

/// One export: a statement for each entity, then one for each relation.
final class DOTExport {
  private let context: ExportContext
  private var line: DOTLine
  private let labelsEdges: Bool

  init(_ context: ExportContext) {
    self.context = context
    line = DOTLine(context.output)
    labelsEdges = context.options["edge-labels"] == "yes"
  }

  func begin() throws {
    try context.output.write(
      """
      digraph kith {
        graph [charset="UTF-8", outputorder=edgesfirst, overlap=prism]
        node [fontname="Helvetica,Arial,sans-serif", style=filled, color="#444444"]
        edge [fontname="Helvetica,Arial,sans-serif", color="#888888"]

      """)
  }

  func end() throws { try context.output.write("}\n") }

  func write(_ entity: Entity, isMe: Bool) throws {
    try line.begin(entity.id)
    try line.label(entity.name)
    try line.word("kind", entity.kind.rawValue)
    try line.word("shape", entity.kind.shape)
    try line.word("fillcolor", entity.kind.color)
    if isMe { try line.word("me", "true") }
    try write(entity.period)
    try line.list("tags", entity.tags)
    try line.end()
    report(entity.id)
  }

  func write(_ relation: Relation) throws {
    try line.begin(relation.subject, relation.object)
    try line.word("type", relation.type.rawValue)
    if relation.type.isSymmetric { try line.word("dir", "none") }
    if labelsEdges { try line.label([relation.type.phrase, relation.title].compactMap { $0 }.joined(separator: "\n")) }
    try line.text("title", relation.title)
    try line.list("units", relation.units)
    try write(relation.period)
    try line.end()
    report(relation.subject)
  }

  private func write(_ period: Period) throws {
    if let start = period.start { try line.word("start", start.description) }
    if let end = period.end { try line.word("end", end.description) }
    if period.endedAtUnknownDate { try line.word("ended", "true") }
  }

  private func report(_ record: Identifier) {
    if line.takeReplaced() {
      report("replaced-text", "control characters have no place in DOT", record)
    }
    if line.takeJoined() {
      report("joined-list", "tags or departments that have a comma are joined by commas", record)
    }
  }

  private func report(_ code: String, _ message: String, _ record: Identifier) {
    context.diagnostics.report(Diagnostic(.loss, code, message, record: record))
  }
}

extension Entity.Kind {
  fileprivate var shape: String {
    switch self {
    case .person: "ellipse"
    case .company: "box"
    case .organization: "hexagon"
    case .event: "diamond"
    }
  }

  /// Light tints of colours that the colour-blind tell apart (Okabe and Ito), under black text.
  fileprivate var color: String {
    switch self {
    case .person: "#fdebc8"
    case .company: "#cfe3f3"
    case .organization: "#cdeadf"
    case .event: "#f3dbe8"
    }
  }
}
