/// A graph held in arrays: for tests, for plugins' authors, for small jobs.
public struct InMemoryGraph: ContactGraph, Sendable {
  public var owner: Identifier?
  public var entities: [Entity] = []
  public var relations: [Relation] = []
  public var interactions: [Interaction] = []
  public var applications: [JobApplication] = []
  public var followUps: [FollowUp] = []
  public var feedback: [Feedback] = []
  public var introductions: [Introduction] = []
  public var keepInTouch: [KeepInTouch] = []

  public init() {}

  public func me() -> Identifier? { owner }

  public func counts() -> GraphCounts {
    var counts = GraphCounts(
      interactions: interactions.count, applications: applications.count, followUps: followUps.count,
      feedback: feedback.count, introductions: introductions.count, keepInTouch: keepInTouch.count,
      notToAsk: entities.filter(\.doNotAsk).count)
    for entity in entities { counts.entities[entity.kind, default: 0] += 1 }
    for relation in relations { counts.relations[relation.type, default: 0] += 1 }
    return counts
  }

  public func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    let bySubject = Dictionary(grouping: relations.filter { types.contains($0.type) }, by: \.subject)
    let summaries = summariesByID()
    for entity in entities where kinds.contains(entity.kind) {
      try body(entity, (bySubject[entity.id] ?? []).compactMap { outgoing($0, summaries) })
    }
  }

  private func summariesByID() -> [Identifier: EntitySummary] {
    Dictionary(entities.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
  }

  private func outgoing(_ relation: Relation, _ summaries: [Identifier: EntitySummary]) -> OutgoingRelation? {
    summaries[relation.object].map {
      OutgoingRelation(
        type: relation.type, object: $0, title: relation.title, units: relation.units, period: relation.period)
    }
  }

  public func forEachRelation(_ body: (Relation) throws -> Void) throws {
    let bySubject = Dictionary(grouping: relations, by: \.subject)
    for entity in entities { try bySubject[entity.id]?.forEach(body) }
  }

  public func forEachInteraction(_ body: (Interaction) throws -> Void) throws { try interactions.forEach(body) }
  public func forEachApplication(_ body: (JobApplication) throws -> Void) throws { try applications.forEach(body) }
  public func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws { try followUps.forEach(body) }
  public func forEachFeedback(_ body: (Feedback) throws -> Void) throws { try feedback.forEach(body) }
  public func forEachIntroduction(_ body: (Introduction) throws -> Void) throws { try introductions.forEach(body) }
  public func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws { try keepInTouch.forEach(body) }
  public func entity(_ id: Identifier) -> Entity? { entities.first { $0.id == id } }
  public func summary(of id: Identifier) -> EntitySummary? { entity(id)?.summary }

  public func relations(touching ids: [Identifier], of types: Set<RelationType>) -> [Relation] {
    let ids = Set(ids)
    return relations.filter { types.contains($0.type) && (ids.contains($0.subject) || ids.contains($0.object)) }
  }

  public func applications(at company: Identifier) -> [JobApplication] {
    applications.filter { $0.company == company }
  }
}
