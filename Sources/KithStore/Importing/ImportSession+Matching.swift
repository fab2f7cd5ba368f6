import KithCore

extension ImportSession {
  /// The stored entity that `entity` is, by id or, for address books, by what the two have in common.
  func existing(_ entity: Entity) throws -> (KnownEntities.Place, MatchKey)? {
    if let place = try place(of: entity.id) { return (place, .uid) }
    guard matching == .content else { return nil }
    for uid in [entity.id.description] + entity.foreignUIDs {
      if let place = try only(LookupKey(kind: .foreignUID, text: uid), of: entity) { return (place, .uid) }
    }
    if entity.kind != .person {
      return try only(LookupKey(kind: .company, text: CompanyName.key(entity.name)), of: entity).map { ($0, .name) }
    }
    return try existingPerson(entity)
  }

  private func existingPerson(_ entity: Entity) throws -> (KnownEntities.Place, MatchKey)? {
    let keys =
      entity.emails.map { LookupKey(kind: .email, text: SearchKey.email($0.address)) }
      + entity.links.map { LookupKey(kind: .link, text: SearchKey.link($0.url)) }
      + entity.phones.compactMap { SearchKey.phone($0.number) }.map { LookupKey(kind: .phone, text: $0) }
    for key in keys {
      if let place = try only(key, of: entity) { return (place, key.kind.matchKey) }
    }
    return nil
  }

  /// A switchboard's number or an office's address that so many share says nothing about who somebody is.
  private static let mostSharers = 20

  /// The one entity of the same kind under `key` whose name agrees; nil where there is none, or more than one.
  private func only(_ key: LookupKey, of entity: Entity) throws -> KnownEntities.Place? {
    let statement = try editor.connection.statement(
      """
      SELECT entity.id, entity.name FROM lookup JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key = ? AND entity.kind = ? LIMIT \(ImportSession.mostSharers)
      """)
    statement.bind(1, key.kind.rawValue)
    statement.bind(2, key.text)
    statement.bind(3, EntityRow.code(of: entity.kind))
    var rows: [Int64] = []
    var others = false
    var seen = 0
    while try statement.step() {
      seen += 1
      if key.kind == .foreignUID || key.kind == .company || NameMatch.agrees(entity.name, statement.text(1)) {
        rows.append(statement.rowID(0))
      } else {
        others = true
      }
    }
    if rows.count == 1, seen < ImportSession.mostSharers { return KnownEntities.Place(row: rows[0], kind: entity.kind) }
    if others, rows.isEmpty {
      diagnostics.report(
        Diagnostic(
          .warning, "shared-\(key.kind)",
          "two people of different names share one \(key.kind.matchKey.phrase); both are kept"))
    }
    return nil
  }

  /// Whether an edge of the same ends, type and title is there, whatever its dates.
  func isKnown(_ relation: ImportedRelation, _ subject: Int64, _ object: Int64) throws -> Bool {
    let statement = try editor.connection.statement(
      "SELECT 1 FROM relation WHERE subject = ? AND type = ? AND object = ? AND title = ?")
    statement.bind(1, subject)
    statement.bind(2, relation.type.code)
    statement.bind(3, object)
    statement.bind(4, relation.title ?? "")
    return try statement.firstInt() != nil
  }

  /// A name alone joins nobody: a new person who bears the name of one that was known before is said, and kept apart.
  func noteNamesake(of entity: Entity) throws {
    guard matching == .content, !isFirst, entity.kind == .person else { return }
    let statement = try editor.connection.statement("SELECT 1 FROM entity WHERE kind = 1 AND sortKey = ? LIMIT 1")
    statement.bind(1, EntityRow.sortKey(of: entity))
    guard try statement.firstInt() != nil else { return }
    diagnostics.report(
      Diagnostic(
        .warning, "namesake", "new people bear the name of one already known; a name alone does not make them the same")
    )
  }

  // MARK: References

  func place(of reference: EntityReference) throws -> KnownEntities.Place? {
    switch reference {
    case .id(let id): return try place(of: id)
    case .me: return try placeOfOwner()
    case .named(let name, let kind): return try place(named: name, kind)
    }
  }

  /// Reads the row itself: the owner may have been made just now, which a bulk load does not know.
  private func placeOfOwner() throws -> KnownEntities.Place {
    let me = try editor.requireMe()
    if let place = known[me] { return place }
    let place = KnownEntities.Place(row: try editor.requireRowID(of: me), kind: .person)
    known[me] = place
    return place
  }

  /// The record of that name, made if there is none. A company may turn out to be an organization.
  private func place(named name: String, _ kind: Entity.Kind) throws -> KnownEntities.Place? {
    guard !name.isEmpty else { return nil }
    let reference = EntityReference.named(kind == .person ? name : CompanyName.key(name), kind)
    if let place = named[reference] { return place }
    let place = try stored(name, kind) ?? make(name, kind)
    named[reference] = place
    return place
  }

  private func stored(_ name: String, _ kind: Entity.Kind) throws -> KnownEntities.Place? {
    let found = try editor.graph.rows(named: name, of: kind == .company ? [.company, .organization] : [kind])
    let exact = found.filter { $0.kind == kind }
    return exact.count > 1 ? nil : exact.first ?? found.first
  }

  private func make(_ name: String, _ kind: Entity.Kind) throws -> KnownEntities.Place? {
    let key = kind == .person ? SearchKey.fold(name) : CompanyName.key(name)
    let id = Identifier(name: "\(kind) \(key)")
    if let place = try place(of: id) { return place }
    var entity = Entity(id: id, kind: kind, name: name, created: editor.now)
    if kind == .person { entity.personName = PersonName(parsing: name) }
    let place = KnownEntities.Place(row: try editor.insert(entity), kind: kind)
    known[id] = place
    result.created[kind, default: 0] += 1
    observer?(ImportedChange(action: .created, kind: kind, name: name))
    return place
  }
}

extension LookupKey.Kind {
  fileprivate var matchKey: MatchKey {
    switch self {
    case .email: .email
    case .phone: .phone
    case .link: .link
    case .foreignUID: .uid
    case .word, .company, .tag: .name
    }
  }
}
