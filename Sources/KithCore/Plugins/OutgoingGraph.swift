/// The graph as an exporter sees it: private data stays home, and what the format cannot hold is counted on the way out.
final class OutgoingGraph: ContactGraph {
  private let base: any ContactGraph
  private let coverage: Coverage
  private let included: Set<PrivateData>
  private let keepsNotes: Bool
  private let keepsFields: Bool
  private let diagnostics: DiagnosticLog
  private var lost: [EntityField: Int] = [:]
  private var withheldNotes = 0
  private var withheldFields = 0
  /// Kinds read before: an exporter that reads the graph twice loses no more than one that reads it once.
  private var counted: Set<Entity.Kind> = []

  init(
    _ base: any ContactGraph, coverage: Coverage, including included: Set<PrivateData>, diagnostics: DiagnosticLog
  ) {
    self.base = base
    self.coverage = coverage
    self.included = coverage.isFullBackup ? Set(PrivateData.allCases) : included
    keepsNotes = self.included.contains(.notes)
    keepsFields = self.included.contains(.fields)
    self.diagnostics = diagnostics
  }

  func me() throws -> Identifier? { try base.me() }
  func counts() throws -> GraphCounts { try base.counts() }
  func entity(_ id: Identifier) throws -> Entity? { try base.entity(id).map(outgoing) }
  func summary(of id: Identifier) throws -> EntitySummary? { try base.summary(of: id) }

  func relations(touching ids: [Identifier], of types: Set<RelationType>) throws -> [Relation] {
    try base.relations(touching: ids, of: types)
  }

  func applications(at company: Identifier) throws -> [JobApplication] {
    included.contains(.applications) ? try base.applications(at: company) : []
  }

  func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    let fresh = kinds.intersection(coverage.kinds).subtracting(counted)
    counted.formUnion(fresh)
    let areAllFresh = fresh.count == kinds.count
    func prepare(_ entity: inout Entity) {
      if areAllFresh || fresh.contains(entity.kind) { count(missingFrom: entity) }
      withhold(from: &entity)
    }
    try base.forEachEntity(of: kinds, relations: types, altering: prepare, body)
  }

  func forEachRelation(_ body: (Relation) throws -> Void) throws { try base.forEachRelation(body) }

  func forEachInteraction(_ body: (Interaction) throws -> Void) throws {
    if included.contains(.interactions) { try base.forEachInteraction(body) }
  }

  func forEachApplication(_ body: (JobApplication) throws -> Void) throws {
    if included.contains(.applications) { try base.forEachApplication(body) }
  }

  func forEachFollowUp(_ body: (FollowUp) throws -> Void) throws {
    if included.contains(.followUps) { try base.forEachFollowUp(body) }
  }

  func forEachFeedback(_ body: (Feedback) throws -> Void) throws {
    if included.contains(.feedback) { try base.forEachFeedback(body) }
  }

  func forEachKeepInTouch(_ body: (KeepInTouch) throws -> Void) throws {
    if included.contains(.followUps) { try base.forEachKeepInTouch(body) }
  }

  private func outgoing(_ entity: Entity) -> Entity {
    var entity = entity
    withhold(from: &entity)
    return entity
  }

  private func withhold(from entity: inout Entity) {
    if !keepsNotes { entity.notes.empty() }
    if !keepsFields, !entity.customFields.isEmpty { entity.customFields.removeAll(where: \.isPrivate) }
  }

  private func count(missingFrom entity: Entity) {
    if !keepsNotes, !entity.notes.isEmpty { withheldNotes += 1 }
    if !keepsFields, entity.customFields.contains(where: \.isPrivate) { withheldFields += 1 }
    for field in uncovered where !field.isEmpty(in: entity) {
      if field == .notes, !keepsNotes { continue }
      if field == .customFields, !keepsFields, entity.customFields.allSatisfy(\.isPrivate) { continue }
      lost[field, default: 0] += 1
    }
  }

  private lazy var uncovered = EntityField.allCases.filter { !coverage.fields.contains($0) }

  /// Reports what was counted, and the kinds, relations and records that the format has no place for.
  func reportRest() throws {
    let counts = try base.counts()
    for kind in Entity.Kind.allCases where !coverage.kinds.contains(kind) {
      report(.loss, "no-\(kind)", "\(kind.plural) are not part of this file", counts.entities[kind] ?? 0)
    }
    for field in EntityField.allCases {
      report(.loss, "no-\(field)", "\(field.phrase) have no place in this format", lost[field] ?? 0)
    }
    for type in RelationType.allCases where !coverage.relations.contains(type) {
      report(
        .loss, "no-relation-\(type)", "relations '\(type)' have no place in this format", counts.relations[type] ?? 0)
    }
    report(.withheld, "private-notes", "notes stay home (--include notes)", withheldNotes)
    report(.withheld, "private-fields", "private fields stay home (--include fields)", withheldFields)
    reportPrivate(.interactions, coverage.interactions, counts.interactions)
    reportPrivate(.applications, coverage.applications, counts.applications)
    reportPrivate(.followUps, coverage.followUps, counts.followUps)
    reportPrivate(.followUps, coverage.keepInTouch, counts.keepInTouch, as: "keep-in-touch", "intervals of touch")
    reportPrivate(.feedback, coverage.feedback, counts.feedback, "pieces of feedback")
  }

  private func reportPrivate(
    _ data: PrivateData, _ isCovered: Bool, _ count: Int, as code: String? = nil, _ what: String? = nil
  ) {
    let (code, what) = (code ?? data.rawValue, what ?? data.rawValue)
    if !isCovered {
      report(.loss, "no-\(code)", "\(what) have no place in this format", count)
    } else if !included.contains(data) {
      report(.withheld, "private-\(code)", "\(what) stay home (--include \(data))", count)
    }
  }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ count: Int) {
    if count > 0 { diagnostics.report(Diagnostic(kind, code, message, count: count)) }
  }
}
