/// The graph as an exporter sees it: private data stays home, and what the format cannot hold is counted on the way out.
final class OutgoingGraph: ContactGraph {
  private let base: any ContactGraph
  private let coverage: Coverage
  private let included: Set<PrivateData>
  private let keepsNotes: Bool
  private let keepsFields: Bool
  private let keepsNotToAsk: Bool
  private let diagnostics: DiagnosticLog
  private var lost: [EntityField: Int] = [:]
  private var withheldNotes = 0
  private var withheldFields = 0
  private var withheldNotToAsk = 0
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
    keepsNotToAsk = coverage.introductions && self.included.contains(.introductions)
    self.diagnostics = diagnostics
  }

  func me() throws -> Identifier? { try base.me() }

  /// Of private records, those that are handed over.
  func counts() throws -> GraphCounts {
    var counts = try base.counts()
    if !included.contains(.interactions) { counts.interactions = 0 }
    if !included.contains(.applications) { counts.applications = 0 }
    if !included.contains(.followUps) { (counts.followUps, counts.keepInTouch) = (0, 0) }
    if !included.contains(.feedback) { counts.feedback = 0 }
    if !included.contains(.introductions) { counts.introductions = 0 }
    if !keepsNotToAsk { counts.notToAsk = 0 }
    return counts
  }

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

  func forEachIntroduction(_ body: (Introduction) throws -> Void) throws {
    if included.contains(.introductions) { try base.forEachIntroduction(body) }
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
    if !keepsNotToAsk { entity.doNotAsk = false }
  }

  private func count(missingFrom entity: Entity) {
    if !keepsNotes, !entity.notes.isEmpty {
      if isExplained { reportNotes(1, of: entity.id) } else { withheldNotes += 1 }
    }
    if !keepsFields, entity.customFields.contains(where: \.isPrivate) {
      if isExplained { reportFields(1, of: entity.id) } else { withheldFields += 1 }
    }
    if !keepsNotToAsk, entity.doNotAsk {
      if isExplained { reportNotToAsk(1, of: entity.id) } else { withheldNotToAsk += 1 }
    }
    for field in uncovered where !field.isEmpty(in: entity) {
      if field == .notes, !keepsNotes { continue }
      if field == .customFields, !keepsFields, entity.customFields.allSatisfy(\.isPrivate) { continue }
      if isExplained { reportLoss(of: field, 1, of: entity.id) } else { lost[field, default: 0] += 1 }
    }
  }

  private lazy var uncovered = EntityField.allCases.filter { !coverage.fields.contains($0) }

  /// Reports what was counted, and the kinds, relations and records that the format has no place for.
  func reportRest() throws {
    if isExplained { return try reportEachRecord() }
    let counts = try base.counts()
    for kind in Entity.Kind.allCases { reportLoss(of: kind, counts.entities[kind] ?? 0) }
    for field in EntityField.allCases { reportLoss(of: field, lost[field] ?? 0) }
    for type in RelationType.allCases { reportLoss(of: type, counts.relations[type] ?? 0) }
    reportNotes(withheldNotes)
    reportFields(withheldFields)
    reportNotToAsk(withheldNotToAsk)
    reportPrivate(.interactions, counts.interactions)
    reportPrivate(.applications, counts.applications)
    reportPrivate(.followUps, counts.followUps)
    reportPrivate(.keepInTouch, counts.keepInTouch)
    reportPrivate(.feedback, counts.feedback)
    reportPrivate(.introductions, counts.introductions)
  }

  /// The same for somebody who wants to know which records: one by one, as they are read.
  private func reportEachRecord() throws {
    let counts = try base.counts().entities
    let kinds = Set(Entity.Kind.allCases).subtracting(coverage.kinds).filter { counts[$0] ?? 0 > 0 }
    if !kinds.isEmpty {
      try base.forEachEntity(of: kinds, relations: []) { entity, _ in reportLoss(of: entity.kind, 1, of: entity.id) }
    }
    if coverage.relations.count < RelationType.allCases.count {
      try base.forEachRelation { reportLoss(of: $0.type, 1, of: $0.subject) }
    }
    if !isHandedOver(.interactions) {
      try base.forEachInteraction { reportPrivate(.interactions, 1, of: $0.participants.first) }
    }
    if !isHandedOver(.applications) {
      try base.forEachApplication { reportPrivate(.applications, 1, of: $0.company) }
    }
    if !isHandedOver(.followUps) { try base.forEachFollowUp { reportPrivate(.followUps, 1, of: $0.entity) } }
    if !isHandedOver(.keepInTouch) { try base.forEachKeepInTouch { reportPrivate(.keepInTouch, 1, of: $0.entity) } }
    if !isHandedOver(.feedback) {
      try base.forEachFeedback { reportPrivate(.feedback, 1, of: $0.giver) }
    }
    if !isHandedOver(.introductions) {
      try base.forEachIntroduction { reportPrivate(.introductions, 1, of: $0.person) }
    }
  }

  private var isExplained: Bool { diagnostics.isObserved }

  private func reportLoss(of kind: Entity.Kind, _ count: Int, of record: Identifier? = nil) {
    guard !coverage.kinds.contains(kind) else { return }
    report(.loss, "no-\(kind)", "\(kind.plural) are not part of this file", count, record)
  }

  private func reportLoss(of field: EntityField, _ count: Int, of record: Identifier? = nil) {
    report(.loss, "no-\(field)", "\(field.phrase) have no place in this format", count, record)
  }

  private func reportLoss(of type: RelationType, _ count: Int, of record: Identifier? = nil) {
    guard !coverage.relations.contains(type) else { return }
    report(.loss, "no-relation-\(type)", "relations '\(type)' have no place in this format", count, record)
  }

  private func reportNotes(_ count: Int, of record: Identifier? = nil) {
    report(.withheld, "private-notes", "notes stay home (--include notes)", count, record)
  }

  private func reportFields(_ count: Int, of record: Identifier? = nil) {
    report(.withheld, "private-fields", "private fields stay home (--include fields)", count, record)
  }

  private func reportNotToAsk(_ count: Int, of record: Identifier? = nil) {
    report(.withheld, "private-not-to-ask", "whom not to ask for introductions stays home", count, record)
  }

  /// Records that stay home unless they are asked for: which of them, whether the format has a place for them, and what
  /// a person calls them.
  private struct PrivateRecords {
    let data: PrivateData
    let isCovered: KeyPath<Coverage, Bool> & Sendable
    let code: String
    let phrase: String

    static let interactions = PrivateRecords(
      data: .interactions, isCovered: \.interactions, code: "interactions", phrase: "interactions")
    static let applications = PrivateRecords(
      data: .applications, isCovered: \.applications, code: "applications", phrase: "applications")
    static let followUps = PrivateRecords(
      data: .followUps, isCovered: \.followUps, code: "follow-ups", phrase: "follow-ups")
    static let keepInTouch = PrivateRecords(
      data: .followUps, isCovered: \.keepInTouch, code: "keep-in-touch", phrase: "intervals of touch")
    static let feedback = PrivateRecords(
      data: .feedback, isCovered: \.feedback, code: "feedback", phrase: "pieces of feedback")
    static let introductions = PrivateRecords(
      data: .introductions, isCovered: \.introductions, code: "introductions", phrase: "introductions")
  }

  private func isHandedOver(_ records: PrivateRecords) -> Bool {
    coverage[keyPath: records.isCovered] && included.contains(records.data)
  }

  private func reportPrivate(_ records: PrivateRecords, _ count: Int, of record: Identifier? = nil) {
    if !coverage[keyPath: records.isCovered] {
      report(.loss, "no-\(records.code)", "\(records.phrase) have no place in this format", count, record)
    } else if !included.contains(records.data) {
      let message = "\(records.phrase) stay home (--include \(records.data))"
      report(.withheld, "private-\(records.code)", message, count, record)
    }
  }

  private func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ count: Int, _ record: Identifier?) {
    guard count > 0 else { return }
    let done = isExplained && kind == .loss ? " and are left out" : ""
    diagnostics.report(Diagnostic(kind, code, message + done, count: count, record: record))
  }
}
