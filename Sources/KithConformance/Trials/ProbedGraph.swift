import KithCore

/// A graph that counts what it hands over, and may fail on the way.
final class ProbedGraph: ContactGraph {
  /// What comes out once `failingAfter` records were handed over; every further attempt fails too.
  struct Failure: Error, Equatable { let attempt: Int }

  private let base: InMemoryGraph
  private let failingAfter: Int?
  /// Records of every sort handed over so far.
  private(set) var handedOver = 0
  private var attempts = 0

  init(_ base: InMemoryGraph, failingAfter: Int? = nil) {
    self.base = base
    self.failingAfter = failingAfter
  }

  private func count() throws {
    if let failingAfter, handedOver >= failingAfter {
      attempts += 1
      throw Failure(attempt: attempts)
    }
    handedOver += 1
  }

  func me() -> Identifier? { base.me() }
  func counts() -> GraphCounts { base.counts() }
  func entity(_ id: Identifier) -> Entity? { base.entity(id) }
  func summary(of id: Identifier) -> EntitySummary? { base.summary(of: id) }
  func applications(at company: Identifier) -> [JobApplication] { base.applications(at: company) }

  func relations(touching ids: [Identifier], of types: Set<RelationType>) -> [Relation] {
    base.relations(touching: ids, of: types)
  }

  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    try base.forEachEntity(of: kinds, relations: types) {
      try count()
      try body($0, $1)
    }
  }

  func forEachRelation(_ body: (Relation) throws -> Void) throws {
    try base.forEachRelation {
      try count()
      try body($0)
    }
  }

  func forEachInteraction(_ body: (Interaction) throws -> Void) throws {
    try base.forEachInteraction {
      try count()
      try body($0)
    }
  }

  func forEachApplication(_ body: (JobApplication) throws -> Void) throws {
    try base.forEachApplication {
      try count()
      try body($0)
    }
  }

  func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws {
    try base.forEachFollowUp {
      try count()
      try body($0)
    }
  }

  func forEachFeedback(_ body: (Feedback) throws -> Void) throws {
    try base.forEachFeedback {
      try count()
      try body($0)
    }
  }

  func forEachIntroduction(_ body: (Introduction) throws -> Void) throws {
    try base.forEachIntroduction {
      try count()
      try body($0)
    }
  }

  func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws {
    try base.forEachKeepInTouch {
      try count()
      try body($0)
    }
  }
}
