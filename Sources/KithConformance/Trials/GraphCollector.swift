import KithCore

/// Gathers what an importer hands over into a graph.
public final class GraphCollector {
  public private(set) var records: [ImportedRecord] = []

  public init() {}

  public func receive(_ record: ImportedRecord) { records.append(record) }

  /// The entities handed over, without those that only a relation names.
  public var entities: [Entity] {
    records.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
  }

  /// The graph of all records. An end named by name alone is the first record of that name and kind, made if there is none;
  /// a relation to the user is left out where no record says who that is.
  public func graph(now: Timestamp) -> InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = entities
    for case .me(let owner) in records { graph.owner = owner }
    var names = Dictionary(
      graph.entities.map { (EntityReference.named($0.name, $0.kind), $0.id) }, uniquingKeysWith: { first, _ in first })
    for record in records {
      switch record {
      case .relation(let relation):
        guard let subject = resolve(relation.subject, &graph, &names, now),
          let object = resolve(relation.object, &graph, &names, now)
        else { continue }
        graph.relations.append(
          Relation(
            subject, relation.type, object, title: relation.title, units: relation.units, period: relation.period))
      case .interaction(let interaction): graph.interactions.append(interaction)
      case .application(let application): graph.applications.append(application)
      case .followUp(let followUp): graph.followUps.append(followUp)
      case .feedback(let feedback): graph.feedback.append(feedback)
      case .introduction(let introduction): graph.introductions.append(introduction)
      case .keepInTouch(let keepInTouch): graph.keepInTouch.append(keepInTouch)
      case .entity, .me: continue
      }
    }
    return graph
  }

  private func resolve(
    _ reference: EntityReference, _ graph: inout InMemoryGraph, _ names: inout [EntityReference: Identifier],
    _ now: Timestamp
  ) -> Identifier? {
    switch reference {
    case .id(let id): return id
    case .me: return graph.owner
    case .named(let name, let kind):
      if let known = names[reference] { return known }
      let made = Entity(id: Identifier(name: "\(kind) \(name)"), kind: kind, name: name, created: now)
      graph.entities.append(made)
      names[reference] = made.id
      return made.id
    }
  }
}
