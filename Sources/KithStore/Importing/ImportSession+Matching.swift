import KithCore

extension ImportSession {
  /// The stored entity that `entity` is, by id or, for address books, by what the two have in common.
  func existing(_ entity: Entity, _ keys: [LookupKey]) throws -> (KnownEntities.Place, MatchKey)? {
    // Before there is an index, an id that another record once had may still be a record's own further on in the file.
    if let place = try isFirst ? known[entity.id] : place(of: entity.id) { return (place, .uid) }
    guard matching == .content else { return nil }
    let own = LookupKey(kind: .foreignUID, text: entity.id.description)
    if let place = try only(own, of: entity) { return (place, .uid) }
    for kind in entity.kind == .person ? ImportSession.personKinds : [.foreignUID] {
      for key in keys where key.kind == kind {
        if let place = try only(key, of: entity) { return (place, kind.matchKey) }
      }
    }
    if entity.kind == .person { return nil }
    return try only(LookupKey(kind: .company, text: CompanyName.key(entity.name)), of: entity).map { ($0, .name) }
  }

  /// What says who a person is, the surest first.
  private static let personKinds: [LookupKey.Kind] = [.foreignUID, .email, .link, .phone]

  /// A switchboard's number or an office's address that so many share says nothing about who somebody is.
  private static let mostSharers = 20

  /// The one entity of the same kind under `key` whose name agrees; nil where there is none, or more than one.
  private func only(_ key: LookupKey, of entity: Entity) throws -> KnownEntities.Place? {
    guard try mayBeStored(key) else { return nil }
    var agreeing: [Int64] = []
    var seen = 0
    try forEachStored(under: key, of: entity.kind) { row, name in
      seen += 1
      if key.kind == .foreignUID || key.kind == .company || NameMatch.agrees(entity.name, name) { agreeing.append(row) }
    }
    if agreeing.count == 1, seen < ImportSession.mostSharers {
      return KnownEntities.Place(row: agreeing[0], kind: entity.kind)
    }
    if seen > 0, agreeing.isEmpty {
      diagnostics.report(
        Diagnostic(
          .warning, "shared-\(key.kind)",
          "two people of different names share one \(key.kind.matchKey.phrase); both are kept"))
    }
    return nil
  }

  /// False if surely nothing has the key. While an empty store is being filled that costs no query.
  private func mayBeStored(_ key: LookupKey) throws -> Bool { editor.pendingKeys?.mayContain(key) ?? true }

  /// The first few entities under `key`, by row and name: those in the table, and those on their way there.
  private func forEachStored(under key: LookupKey, of kind: Entity.Kind, _ body: (Int64, String) -> Void) throws {
    let stored = try editor.connection.statement(
      """
      SELECT entity.id, entity.name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key = ? AND entity.kind = ? LIMIT \(ImportSession.mostSharers)
      """)
    stored.bind(1, key.kind.rawValue)
    stored.bind(2, key.text)
    stored.bind(3, EntityRow.code(of: kind))
    while try stored.step() { body(stored.rowID(0), stored.text(1)) }
    let pending = Set(editor.pendingKeys?.rows(under: key, limit: ImportSession.mostSharers) ?? [])
    let named = try editor.connection.statement("SELECT id, name FROM entity WHERE id = ? AND kind = ?")
    for row in pending.sorted() {
      named.bind(1, row)
      named.bind(2, EntityRow.code(of: kind))
      while try named.step() { body(named.rowID(0), named.text(1)) }
    }
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
        .warning, "namesake",
        "new people bear the name of one already known; a name alone does not make them the same (kith dupes)")
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
    if let place = named[.named(name, kind)] { return place }
    let reference = EntityReference.named(kind == .person ? name : CompanyName.key(name), kind)
    let place = try named[reference] ?? stored(name, kind) ?? make(name, kind)
    named[reference] = place
    named[.named(name, kind)] = place
    return place
  }

  private func stored(_ name: String, _ kind: Entity.Kind) throws -> KnownEntities.Place? {
    if kind != .person {
      guard try mayBeStored(LookupKey(kind: .company, text: CompanyName.key(name))) else { return nil }
    }
    try editor.flushKeys()
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
    case .word, .company, .tag, .mark: .name
    }
  }
}
