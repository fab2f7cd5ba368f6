import KithCore

/// Takes the records of a file into the graph: finds what is there already, resolves how the file points at things, and
/// counts what was done. All of it is one transaction and one journal entry.
public final class ImportSession {
  /// How a record that is not there under its id may be recognised.
  public enum Matching: Sendable {
    /// By id alone: for a backup, whose ids are the truth.
    case identity
    /// Also by foreign UID, e-mail, phone or link, where the names agree: for address books.
    case content
  }

  public internal(set) var result = ImportResult()
  let editor: StoreEditor
  let matching: Matching
  let diagnostics: DiagnosticLog
  var known = KnownEntities()
  var named: [EntityReference: KnownEntities.Place] = [:]
  private let bulk: BulkLoad?
  private var applicationRows: [Identifier: Int64] = [:]
  private var waiting: [ImportedRelation] = []

  public init(_ editor: StoreEditor, matching: Matching, diagnostics: DiagnosticLog) throws {
    self.editor = editor
    self.matching = matching
    self.diagnostics = diagnostics
    bulk = try BulkLoad(editor.connection)
    if bulk != nil, let me = try editor.graph.me(), let row = try editor.graph.rowID(of: me) {
      known[me] = KnownEntities.Place(row: row, kind: .person)
    }
  }

  /// Takes one record.
  /// - Throws: what the store throws.
  public func receive(_ record: ImportedRecord) throws {
    result.records += 1
    switch record {
    case .entity(let entity): try take(entity)
    case .relation(let relation): if try !take(relation) { waiting.append(relation) }
    case .interaction(let interaction): try take(interaction)
    case .application(let application): try take(application)
    case .me(let id): try takeOwner(id)
    }
  }

  /// Takes the relations whose ends came later in the file, and makes the indexes.
  public func finish() throws -> ImportResult {
    for relation in waiting where try !take(relation) {
      skip("dangling-relation", "a relation names a record that is neither in the file nor in the store")
    }
    try bulk?.finish()
    return result
  }

  func skip(_ code: String, _ message: String) { diagnostics.report(Diagnostic(.skipped, code, message)) }

  // MARK: Entities

  private func take(_ entity: Entity) throws {
    guard let place = try existing(entity) else {
      let row = try editor.insert(entity)
      known[entity.id] = KnownEntities.Place(row: row, kind: entity.kind)
      result.created[entity.kind, default: 0] += 1
      return
    }
    known[entity.id] = place
    guard let old = try editor.graph.entity(atRow: place.row) else { return }
    var merged = old.merging(entity)
    if old.id != entity.id, !entity.id.isNameBased, !merged.foreignUIDs.contains(entity.id.description) {
      merged.foreignUIDs.append(entity.id.description)
    }
    if try editor.update(merged, from: old, row: place.row) { result.changed += 1 } else { result.unchanged += 1 }
  }

  func place(of id: Identifier) throws -> KnownEntities.Place? {
    if let place = known[id] { return place }
    if bulk != nil { return nil }
    guard let row = try editor.graph.rowID(of: id), let summary = try editor.graph.summary(of: id) else { return nil }
    let place = KnownEntities.Place(row: row, kind: summary.kind)
    known[id] = place
    return place
  }

  // MARK: Other records

  /// False if an end is not known yet.
  private func take(_ relation: ImportedRelation) throws -> Bool {
    guard let subject = try place(of: relation.subject), let object = try place(of: relation.object) else {
      return false
    }
    guard relation.type.ends.subject.contains(subject.kind), relation.type.ends.object.contains(object.kind) else {
      skip("wrong-ends", "a relation joins records of kinds that it cannot join")
      return true
    }
    if matching == .content, bulk == nil, relation.period.isEmpty, try isKnown(relation, subject.row, object.row) {
      return true
    }
    let edge = Relation(
      Identifier(high: 0, low: 0), relation.type, Identifier(high: 0, low: 0), title: relation.title,
      units: relation.units, period: relation.period)
    if try editor.insert(edge, subject: subject.row, object: object.row) { result.relations += 1 }
    return true
  }

  private func take(_ interaction: Interaction) throws {
    let participants = try interaction.participants.compactMap { try place(of: $0)?.row }
    guard !participants.isEmpty else {
      return skip("dangling-interaction", "an interaction is with nobody in the file or the store")
    }
    let event = try interaction.event.flatMap { try place(of: $0)?.row }
    let application = try interaction.application.flatMap(applicationRow)
    if try editor.insert(interaction, participants: participants, event: event, application: application) {
      result.interactions += 1
    }
  }

  private func applicationRow(_ id: Identifier) throws -> Int64? {
    if let row = applicationRows[id] { return row }
    let row = try editor.applicationRow(id)
    applicationRows[id] = row
    return row
  }

  private func take(_ application: JobApplication) throws {
    guard let company = try place(of: application.company) else {
      return skip("dangling-application", "an application is to a company that is neither in the file nor in the store")
    }
    var rows: [(row: Int64, involvement: JobApplication.Involvement)] = []
    for involvement in application.involved {
      if let place = try place(of: involvement.person) { rows.append((place.row, involvement)) }
    }
    if try editor.save(application, company: company.row, involved: rows) { result.applications += 1 }
  }

  private func takeOwner(_ id: Identifier) throws {
    guard let place = try place(of: id), place.kind == .person else {
      return skip("dangling-owner", "the owner is not a person in the file or in the store")
    }
    if try editor.graph.me() == nil { try editor.setMe(id, row: place.row) }
  }
}
