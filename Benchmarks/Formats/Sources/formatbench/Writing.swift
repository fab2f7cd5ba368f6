import KithCore

/// A graph through an exporter.
struct Writing {
  private let exporter: any Exporter
  private let graph: InMemoryGraph
  private let arguments: Arguments

  init(_ exporter: any Exporter, of graph: InMemoryGraph, _ arguments: Arguments) {
    self.exporter = exporter
    self.graph = graph
    self.arguments = arguments
  }

  /// The graph hands over entities that are made already, so what is measured is the exporter.
  func measure() throws -> Result {
    let options = try OptionValues(arguments.writeOptions, for: exporter.format)
    let handed = PreparedGraph(graph, for: exporter.coverage(under: options))
    var bytes = 0
    let seconds = try Processor.measure(arguments.runs) {
      bytes = 0
      let context = ExportContext(
        output: OutputSink { bytes += $0.count }, options: options, now: Timestamp(secondsSince1970: 1_790_000_000),
        diagnostics: DiagnosticLog())
      try exporter.run(on: handed, including: Set(PrivateData.allCases), in: context)
    }
    return Result(
      what: "write \(exporter.format.name)", records: handed.written, bytes: bytes, seconds: seconds)
  }
}

/// Hands over entities with their relations looked up beforehand, as a store with cursors does it.
final class PreparedGraph: ContactGraph {
  private let base: InMemoryGraph
  private var rows: [(entity: Entity, relations: [OutgoingRelation])]
  private let total: GraphCounts
  let written: Int

  init(_ base: InMemoryGraph, for coverage: Coverage) {
    self.base = base
    total = base.counts()
    var rows: [(entity: Entity, relations: [OutgoingRelation])] = []
    let (kinds, types) = (Set(Entity.Kind.allCases), Set(RelationType.allCases))
    try? base.forEachEntity(of: kinds, relations: types) { rows.append(($0, $1)) }
    self.rows = rows
    written = rows.count { coverage.kinds.contains($0.entity.kind) }
  }

  func me() throws -> Identifier? { base.me() }
  func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws { try base.forEachFollowUp(body) }
  func forEachFeedback(_ body: (Feedback) throws -> Void) throws { try base.forEachFeedback(body) }
  func forEachIntroduction(_ body: (Introduction) throws -> Void) throws { try base.forEachIntroduction(body) }
  func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws { try base.forEachKeepInTouch(body) }
  func counts() throws -> GraphCounts { total }
  func entity(_ id: Identifier) throws -> Entity? { base.entity(id) }
  func summary(of id: Identifier) throws -> EntitySummary? { base.summary(of: id) }
  func applications(at company: Identifier) throws -> [JobApplication] { base.applications(at: company) }

  func relations(touching ids: [Identifier], of types: Set<RelationType>) throws -> [Relation] {
    base.relations(touching: ids, of: types)
  }

  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    try forEachEntity(of: kinds, relations: types, altering: { _ in }, body)
  }

  /// Alters in place: a store makes its entities anew and need not copy them either. Nothing is withheld here, so what is
  /// altered stays as it was.
  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, altering alter: (inout Entity) -> Void,
    _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    for index in rows.indices where kinds.contains(rows[index].entity.kind) {
      alter(&rows[index].entity)
      let relations = rows[index].relations
      let isWanted = relations.allSatisfy { types.contains($0.type) }
      try body(rows[index].entity, isWanted ? relations : relations.filter { types.contains($0.type) })
    }
  }

  func forEachRelation(_ body: (Relation) throws -> Void) throws { try base.forEachRelation(body) }
  func forEachInteraction(_ body: (Interaction) throws -> Void) throws { try base.forEachInteraction(body) }
  func forEachApplication(_ body: (JobApplication) throws -> Void) throws { try base.forEachApplication(body) }
}
