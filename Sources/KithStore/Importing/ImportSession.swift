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
  /// While an empty store is being filled: the ids that records of the file had before they were merged.
  private var mergedPlaces: [Identifier: KnownEntities.Place] = [:]
  var named: [EntityReference: KnownEntities.Place] = [:]
  let bulk: BulkLoad?
  /// Whether an empty store is being filled.
  var isFirst: Bool { bulk != nil }
  private var applicationRows: [Identifier: Int64] = [:]
  /// Records that name some which have not come yet.
  private var waiting: [ImportedRecord] = []
  private(set) var isAtEnd = false
  var heldJobs: ToldJobs?
  let today: PartialDate
  /// Of what was there before the file.
  let lastRowBefore: Int64
  /// Who wants to see each record, and the record that is not told of yet: its relations follow it.
  let observer: ((ImportedChange) -> Void)?
  private var latest: (row: Int64, change: ImportedChange)?

  /// `observer` sees what becomes of each record, in the order of the file.
  public init(
    _ editor: StoreEditor, matching: Matching, diagnostics: DiagnosticLog,
    observer: ((ImportedChange) -> Void)? = nil
  ) throws {
    self.editor = editor
    self.matching = matching
    self.diagnostics = diagnostics
    self.observer = observer
    let seconds = editor.now.secondsSince1970
    today = CivilDay(daysSince1970: (seconds - (seconds % 86400 + 86400) % 86400) / 86400).date
    lastRowBefore = Int64(try editor.connection.statement("SELECT max(id) FROM entity").firstInt() ?? 0)
    bulk = try BulkLoad(editor.connection)
    if bulk != nil { try startLoading() }
  }

  /// While there is no index, entities are found in memory alone. The store may hold one already: the user.
  private func startLoading() throws {
    let pending = PendingKeys()
    let rows = try editor.connection.cursor("SELECT id, uuid, kind FROM entity")
    while try rows.step() {
      let row = rows.rowID(0)
      known[rows.identifier(1)] = KnownEntities.Place(row: row, kind: EntityRow.kind(code: rows.int(2)))
      guard let entity = try editor.graph.entity(atRow: row) else { continue }
      for key in LookupKey.keys(of: entity) { pending.note(key) }
    }
    editor.pendingKeys = pending
    editor.isLoading = true
  }

  /// Takes one record.
  /// - Throws: what the store throws.
  public func receive(_ record: ImportedRecord) throws {
    result.records += 1
    if try !take(record) { waiting.append(record) }
  }

  /// Takes the records that name such as came later in the file, and makes the indexes.
  public func finish() throws -> ImportResult {
    isAtEnd = true
    for turn in 0...2 {
      for record in waiting where record.turn == turn { _ = try take(record) }
    }
    try tellLatest()
    try dropKeys()
    editor.isLoading = false
    if let doubles = try bulk?.finish() {
      result.relations -= doubles.relations
      result.interactions -= doubles.interactions
    }
    return result
  }

  /// Writes the keys that wait, and gives their memory to the making of an index.
  func dropKeys() throws {
    try editor.flushKeys()
    editor.pendingKeys = nil
  }

  /// False if the record names one that may come later.
  private func take(_ record: ImportedRecord) throws -> Bool {
    switch record {
    case .entity(let entity): try take(withoutNUL(entity))
    case .relation(let relation): return try take(relation)
    case .interaction(let interaction): return try take(interaction)
    case .application(let application): return try take(application)
    case .followUp(let followUp): return try take(followUp)
    case .feedback(let feedback): return try take(feedback)
    case .introduction(let introduction): return try take(introduction)
    case .keepInTouch(let kept): return try take(kept)
    case .me(let id): return try takeOwner(id)
    }
    return true
  }

  func skip(_ code: String, _ message: String) { diagnostics.report(Diagnostic(.skipped, code, message)) }

  // MARK: Entities

  private func take(_ entity: Entity) throws {
    try tellLatest()
    let keys = LookupKey.keys(of: entity)
    guard let (place, key) = try existing(entity, keys) else {
      try noteNamesake(of: entity)
      let row = try editor.insert(entity, keys: keys)
      let place = KnownEntities.Place(row: row, kind: entity.kind)
      known[entity.id] = place
      if isFirst { for uid in entity.foreignUIDs { if let id = Identifier(uuid: uid) { mergedPlaces[id] = place } } }
      result.created[entity.kind, default: 0] += 1
      latest = (row, ImportedChange(action: .created, kind: entity.kind, name: entity.name))
      return
    }
    known[entity.id] = place
    guard let old = try editor.graph.entity(atRow: place.row) else { return }
    var merged = old.merging(entity)
    keepSpelling(of: old, in: &merged)
    if matching == .identity, old.id != entity.id { keepName(of: old, in: &merged) }
    if old.id != entity.id, !entity.id.isNameBased, !merged.foreignUIDs.contains(entity.id.description) {
      merged.foreignUIDs.append(entity.id.description)
    }
    let isChanged = try editor.update(merged, from: old, row: place.row)
    latest = (
      place.row,
      ImportedChange(
        action: isChanged ? .changed : .unchanged, kind: merged.kind, name: merged.name, key: key,
        what: isChanged && observer != nil ? merged.changes(from: old) : [])
    )
  }

  /// A record is told of when the next one comes, because its relations follow it.
  private func tellLatest() throws {
    try settleJobs()
    guard let (_, change) = latest else { return }
    latest = nil
    switch change.action {
    case .created: break
    case .changed:
      result.changed += 1
      if let key = change.key { result.matched[key, default: 0] += 1 }
    case .unchanged:
      result.unchanged += 1
      if let key = change.key { result.matched[key, default: 0] += 1 }
    }
    observer?(change)
  }

  /// That something became known of the record of `row`, beside what its own entry says.
  func say(_ what: @autoclosure () throws -> String, of row: Int64) rethrows {
    guard latest?.row == row else {
      if observer != nil { try sayApart(what(), of: row) }
      return
    }
    if latest?.change.action == .unchanged { latest?.change.action = .changed }
    if observer != nil { latest?.change.what.append(try what()) }
  }

  private func sayApart(_ what: String, of row: Int64) {
    guard let summary = try? editor.graph.summary(atRow: row) else { return }
    observer?(
      ImportedChange(action: .changed, kind: summary.kind, name: summary.name, key: nil, what: [what]))
  }

  /// A company that an address book spells in another way keeps its name, and a person a fuller name than the address
  /// book's: the other spelling is one more.
  private func keepSpelling(of old: Entity, in merged: inout Entity) {
    let spelling = merged.name
    guard matching == .content, spelling != old.name else { return }
    // What is one of its other names by now was told or merged, and makes no new name.
    if old.nicknames.contains(spelling) {
      merged.name = old.name
      merged.personName = old.personName ?? merged.personName
      return
    }
    // Formats without a shown name make one of the parts: what is shown was chosen, and stays.
    if let parts = merged.personName, SearchKey.words(parts.formatted) == SearchKey.words(spelling),
      old.personName == parts
    {
      merged.name = old.name
      return
    }
    let isSame =
      old.kind == .person
      ? NameMatch.isShorter(spelling, than: old.name) : CompanyName.key(spelling) == CompanyName.key(old.name)
    guard isSame else { return }
    merged.name = old.name
    merged.personName = old.personName ?? merged.personName
    if !merged.nicknames.contains(spelling) { merged.nicknames.append(spelling) }
  }

  /// A backup from before two records were merged names them as they were: the survivor keeps its name.
  private func keepName(of old: Entity, in merged: inout Entity) {
    let spelling = merged.name
    merged.name = old.name
    merged.personName = old.personName
    let known = [old.name] + merged.nicknames
    if !known.contains(where: { SearchKey.fold($0) == SearchKey.fold(spelling) }) { merged.nicknames.append(spelling) }
  }

  /// NUL ends a text in too many programs to be kept in a name.
  private func withoutNUL(_ entity: Entity) -> Entity {
    guard entity.name.utf8.contains(0) else { return entity }
    diagnostics.report(Diagnostic(.warning, "nul", "a NUL in a name was replaced", record: entity.id))
    var entity = entity
    entity.name = entity.name.replacing("\0", with: "\u{fffd}")
    return entity
  }

  func place(of id: Identifier) throws -> KnownEntities.Place? {
    if let place = known[id] { return place }
    if bulk != nil { return mergedPlaces[id] }
    guard let row = try editor.graph.rowID(of: id) ?? editor.graph.mergedRow(of: id),
      let summary = try editor.graph.summary(atRow: row)
    else { return nil }
    let place = KnownEntities.Place(row: row, kind: summary.kind)
    known[id] = place
    return place
  }

  // MARK: Other records

  /// Says that the record cannot be taken: it waits, or is left out with these words once nothing more comes.
  func wait(_ code: String, _ message: String) -> Bool {
    if isAtEnd { skip(code, message) }
    return isAtEnd
  }

  private func take(_ relation: ImportedRelation) throws -> Bool {
    guard let subject = try place(of: relation.subject), let object = try place(of: relation.object) else {
      return wait("dangling-relation", "a relation names a record that is neither in the file nor in the store")
    }
    guard relation.type.ends.subject.contains(subject.kind), relation.type.ends.object.contains(object.kind) else {
      skip("wrong-ends", "a relation joins records of kinds that it cannot join")
      return true
    }
    // What two records had to do with each other, before they were merged.
    if subject.row == object.row, relation.subject != relation.object { return true }
    if isWeighed(relation) {
      try hold(relation, of: subject.row, at: object.row)
      return true
    }
    if matching == .content, bulk == nil, relation.period.isEmpty, try isKnown(relation, subject.row, object.row) {
      return true
    }
    let edge = Relation(
      Identifier(high: 0, low: 0), relation.type, Identifier(high: 0, low: 0), title: relation.title,
      units: relation.units, period: relation.period)
    if try editor.insert(edge, subject: subject.row, object: object.row, isFirst: bulk != nil) {
      result.relations += 1
      try say("\(edge.type.phrase) \(try editor.graph.name(atRow: object.row))", of: subject.row)
    }
    return true
  }

  private func take(_ interaction: Interaction) throws -> Bool {
    let participants = try interaction.participants.compactMap { try place(of: $0)?.row }
    let event = try interaction.event.flatMap { try place(of: $0)?.row }
    let application = try interaction.application.flatMap(applicationRow)
    let isWhole =
      participants.count == interaction.participants.count && (event == nil) == (interaction.event == nil)
      && (application == nil) == (interaction.application == nil)
    guard isAtEnd || isWhole else { return false }
    guard !participants.isEmpty else {
      return wait("dangling-interaction", "an interaction is with nobody in the file or the store")
    }
    if !isWhole {
      lose("interaction-in-part", "an interaction names records that are neither in the file nor in the store")
    }
    if try editor.insert(interaction, participants: participants, event: event, application: application) {
      result.interactions += 1
      // A backup says itself since when an interval counts.
      if matching == .content { try editor.restartIntervals(of: participants, on: interaction.date) }
    }
    return true
  }

  func lose(_ code: String, _ message: String) { diagnostics.report(Diagnostic(.loss, code, message)) }

  func applicationRow(_ id: Identifier) throws -> Int64? {
    if let row = applicationRows[id] { return row }
    guard bulk == nil, let row = try editor.applicationRow(id) else { return nil }
    applicationRows[id] = row
    return row
  }

  private func take(_ application: JobApplication) throws -> Bool {
    guard let company = try place(of: application.company) else {
      return wait(
        "dangling-application", "an application is to a company that is neither in the file nor in the store")
    }
    var involved: [StoreEditor.InvolvedRow] = []
    for involvement in application.involved {
      if let place = try place(of: involvement.person) { involved.append((place.row, involvement)) }
    }
    if involved.count < application.involved.count {
      guard isAtEnd else { return false }
      lose("application-in-part", "an application names people who are neither in the file nor in the store")
    }
    let saved = try editor.save(
      application, row: try applicationRow(application.id), company: company.row, involved: involved)
    applicationRows[application.id] = saved.row
    if saved.isChanged { result.applications += 1 }
    return true
  }

  private func takeOwner(_ id: Identifier) throws -> Bool {
    guard let place = try place(of: id), place.kind == .person else {
      return wait("dangling-owner", "the owner is not a person in the file or in the store")
    }
    if try editor.graph.me() == nil { try editor.setMe(row: place.row) }
    return true
  }
}

extension ImportedRecord {
  /// Those that wait are taken after what they may name and what may wait as well: an interaction after applications, a
  /// follow-up after interactions.
  fileprivate var turn: Int {
    switch self {
    case .interaction: 1
    case .followUp, .feedback, .introduction: 2
    default: 0
    }
  }
}
