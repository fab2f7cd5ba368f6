import KithCore

extension StoredGraph {
  /// Entities of `kinds` whose name or other name is `name`, as names are compared: companies without their legal form.
  public func entities(named name: String, of kinds: Set<Entity.Kind>) throws -> [EntitySummary] {
    var found: [EntitySummary] = []
    if !kinds.isDisjoint(with: [.company, .organization, .event]) {
      found += try summaries(under: LookupKey(kind: .company, text: CompanyName.key(name)))
    }
    if kinds.contains(.person) {
      found += try people(whoseNameHas: SearchKey.words(name)).filter {
        SearchKey.fold($0.name) == SearchKey.fold(name)
      }
    }
    return found.filter { kinds.contains($0.kind) }
  }

  /// The same as ``entities(named:of:)``, by row.
  func rows(named name: String, of kinds: Set<Entity.Kind>) throws -> [KnownEntities.Place] {
    guard !kinds.contains(.person) else {
      return try people(whoseNameHas: SearchKey.words(name), name: name)
    }
    let statement = try connection.statement(
      """
      SELECT entity.id, entity.kind FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key = ? ORDER BY lookup.entity
      """)
    statement.bind(1, LookupKey.Kind.company.rawValue)
    statement.bind(2, CompanyName.key(name))
    var places: [KnownEntities.Place] = []
    while try statement.step() {
      places.append(KnownEntities.Place(row: statement.rowID(0), kind: EntityRow.kind(code: statement.int(1))))
    }
    return places.filter { kinds.contains($0.kind) }
  }

  private func people(whoseNameHas words: [String], name: String) throws -> [KnownEntities.Place] {
    guard let rarest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    let statement = try connection.statement(
      """
      SELECT entity.id, entity.name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key = ? AND entity.kind = 1 ORDER BY lookup.entity
      """)
    statement.bind(1, LookupKey.Kind.word.rawValue)
    statement.bind(2, rarest)
    var places: [KnownEntities.Place] = []
    while try statement.step() {
      guard SearchKey.fold(statement.text(1)) == SearchKey.fold(name) else { continue }
      places.append(KnownEntities.Place(row: statement.rowID(0), kind: .person))
    }
    return places
  }

  /// Entities under one key, in the order in which they were recorded.
  func summaries(under key: LookupKey, limit: Int = 1000) throws -> [EntitySummary] {
    let statement = try connection.statement(
      """
      SELECT entity.uuid, entity.kind, entity.name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = ? AND lookup.key = ? ORDER BY lookup.entity LIMIT ?
      """)
    statement.bind(1, key.kind.rawValue)
    statement.bind(2, key.text)
    statement.bind(3, limit)
    return try summaries(statement)
  }

  /// Entities that have a word beginning with each of `prefixes`, at most `limit`.
  public func entities(withWordsBeginning prefixes: [String], limit: Int = 1000) throws -> [EntitySummary] {
    guard let longest = prefixes.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    // SQLite takes conditions no deeper than a thousand; nobody types as many words of a name.
    let others = prefixes.filter { $0 != longest }.prefix(20)
    let conditions = others.map { _ in
      "AND EXISTS (SELECT 1 FROM lookup AS other WHERE other.kind = 1 AND other.key >= ? AND other.key < ? AND other.entity = lookup.entity)"
    }
    let statement = try connection.statement(
      """
      SELECT DISTINCT entity.uuid, entity.kind, entity.name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
      WHERE lookup.kind = 1 AND lookup.key >= ? AND lookup.key < ? \(conditions.joined(separator: " ")) LIMIT ?
      """)
    var position: Int32 = 1
    for prefix in [longest] + others {
      statement.bind(position, prefix)
      statement.bind(position + 1, prefix + "\u{10ffff}")
      position += 2
    }
    statement.bind(position, limit)
    return try summaries(statement)
  }

  private func people(whoseNameHas words: [String]) throws -> [EntitySummary] {
    guard let rarest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    return try summaries(under: LookupKey(kind: .word, text: rarest), limit: 100_000).filter { $0.kind == .person }
  }

  func summaries(_ statement: PreparedStatement) throws -> [EntitySummary] {
    var summaries: [EntitySummary] = []
    while try statement.step() {
      summaries.append(
        EntitySummary(
          id: statement.identifier(0), kind: EntityRow.kind(code: statement.int(1)), name: statement.text(2)))
    }
    return summaries
  }
}

extension StoredGraph {
  /// Whether any record has the tag.
  public func isTag(_ tag: String) throws -> Bool {
    let statement = try connection.statement("SELECT 1 FROM lookup WHERE kind = ? AND key = ? LIMIT 1")
    statement.bind(1, LookupKey.Kind.tag.rawValue)
    statement.bind(2, SearchKey.fold(tag))
    return try statement.firstInt() != nil
  }

  public func isUnknownTag(_ term: Selector.Term) throws -> Bool {
    if case .tag(let tag) = term { try !isTag(tag) } else { false }
  }

  /// The tag in use that differs from `tag` in the fewest letters, two at most.
  public func nearestTag(to tag: String) throws -> String? {
    let wanted = SearchKey.fold(tag)
    return try tags(beginning: String(wanted.prefix(1)), limit: 1000)
      .compactMap { known in EditDistance.between(wanted, known, atMost: 2).map { ($0, known) } }
      .min { $0.0 < $1.0 }?.1
  }

  /// Tags in use that begin with `prefix`, folded.
  public func tags(beginning prefix: String, limit: Int = 50) throws -> [String] {
    let statement = try connection.statement(
      "SELECT DISTINCT key FROM lookup WHERE kind = ? AND key >= ? AND key < ? LIMIT ?")
    statement.bind(1, LookupKey.Kind.tag.rawValue)
    statement.bind(2, SearchKey.fold(prefix))
    statement.bind(3, SearchKey.fold(prefix) + "\u{10ffff}")
    statement.bind(4, limit)
    var tags: [String] = []
    while try statement.step() { tags.append(statement.text(0)) }
    return tags
  }
}
