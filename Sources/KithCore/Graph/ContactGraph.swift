/// A read-only view of the graph, for exporters and searches.
///
/// Iterations run over a constant number of ordered cursors: no query per record, and memory stays flat. Entities come in
/// the order in which they were recorded, relations in the order of their subjects; the order is the same every time.
public protocol ContactGraph {
  /// The person whose graph this is.
  func me() throws -> Identifier?
  func counts() throws -> GraphCounts

  /// Hands over each entity of `kinds`, with those relations of `types` of which it is the subject.
  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>,
    _ body: (Entity, [OutgoingRelation]) throws -> Void) throws
  /// The same, each entity altered before it is handed over; a graph that makes its entities anew need not copy them.
  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, altering alter: (inout Entity) -> Void,
    _ body: (Entity, [OutgoingRelation]) throws -> Void) throws
  func forEachRelation(_ body: (Relation) throws -> Void) throws
  func forEachInteraction(_ body: (Interaction) throws -> Void) throws
  func forEachApplication(_ body: (JobApplication) throws -> Void) throws
  func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws
  func forEachFeedback(_ body: (Feedback) throws -> Void) throws
  func forEachIntroduction(_ body: (Introduction) throws -> Void) throws
  func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws

  func entity(_ id: Identifier) throws -> Entity?
  func summary(of id: Identifier) throws -> EntitySummary?
  /// Every relation of `types` that has one of `ids` at either end.
  func relations(touching ids: [Identifier], of types: Set<RelationType>) throws -> [Relation]
  func applications(at company: Identifier) throws -> [JobApplication]
}

extension ContactGraph {
  public func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, altering alter: (inout Entity) -> Void,
    _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    try forEachEntity(of: kinds, relations: types) { entity, relations in
      var entity = entity
      alter(&entity)
      try body(entity, relations)
    }
  }
}

/// A relation as seen from its subject, with its object named.
public struct OutgoingRelation: Sendable, Equatable {
  public let type: RelationType
  public let object: EntitySummary
  public let title: String?
  public let units: [String]
  public let period: Period

  public init(type: RelationType, object: EntitySummary, title: String?, units: [String], period: Period) {
    self.type = type
    self.object = object
    self.title = title
    self.units = units
    self.period = period
  }
}

/// How many records of each sort there are.
public struct GraphCounts: Sendable, Equatable {
  public var entities: [Entity.Kind: Int]
  public var relations: [RelationType: Int]
  public var interactions: Int
  public var applications: Int
  public var followUps: Int
  public var feedback: Int
  public var introductions: Int
  public var keepInTouch: Int
  /// People whom not to ask for introductions.
  public var notToAsk: Int

  public init(
    entities: [Entity.Kind: Int] = [:], relations: [RelationType: Int] = [:], interactions: Int = 0,
    applications: Int = 0, followUps: Int = 0, feedback: Int = 0, introductions: Int = 0, keepInTouch: Int = 0,
    notToAsk: Int = 0
  ) {
    self.entities = entities
    self.relations = relations
    self.interactions = interactions
    self.applications = applications
    self.followUps = followUps
    self.feedback = feedback
    self.introductions = introductions
    self.keepInTouch = keepInTouch
    self.notToAsk = notToAsk
  }
}

extension Entity.Kind {
  public var plural: String {
    switch self {
    case .person: "people"
    case .company: "companies"
    case .organization: "organizations"
    case .event: "events"
    }
  }
}
