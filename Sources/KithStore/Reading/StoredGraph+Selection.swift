import KithCore

extension StoredGraph {
  /// The same graph showing only the entities for which all of `terms` hold. With `withContext` it shows the companies,
  /// organizations and events to which they are tied too, but does not count them: nobody asked for them.
  ///
  /// - Throws: ``SelectionError`` for a term that names nothing.
  public func selecting(_ terms: [SelectorTerm], withContext: Bool = false) throws -> StoredGraph {
    try connection.execute(
      "CREATE TEMP TABLE IF NOT EXISTS selected (id INTEGER PRIMARY KEY); DELETE FROM temp.selected")
    let queries = try terms.map(query)
    let sql = queries.map { "SELECT id FROM (\($0))" }.joined(separator: " INTERSECT ")
    try connection.execute("INSERT INTO temp.selected \(sql)")
    let shown = StoredGraph(connection, selection: .rows)
    if withContext {
      shown.chosen = try shown.entityCounts()
      try connection.execute(
        """
        INSERT OR IGNORE INTO temp.selected SELECT entity.id FROM relation JOIN entity ON entity.id = relation.object
        WHERE relation.subject IN (SELECT id FROM temp.selected) AND entity.kind <> 1
        """)
    }
    return shown
  }

  /// SQL for the ids of one term. What people typed has become numbers before it gets here.
  private func query(_ term: SelectorTerm) throws -> String {
    switch term {
    case .kind(let kind): return "SELECT id FROM entity WHERE kind = \(EntityRow.code(of: kind))"
    case .reference(let text): return list(try rows(matching: text, among: Set(Entity.Kind.allCases)))
    case .tag(let tag): return list(try rows(under: LookupKey(kind: .tag, text: SearchKey.fold(tag))))
    case .company(let text, let tense):
      let companies = try rows(matching: text, among: [.company, .organization]).map(String.init)
      return companyQuery(companies.joined(separator: ", "), tense)
    case .event(let text):
      let events = try rows(matching: text, among: [.event]).map(String.init).joined(separator: ", ")
      return "SELECT subject AS id FROM relation WHERE object IN (\(events))"
    case .role(let role): return "SELECT person AS id FROM involvement WHERE role = '\(role.rawValue)'"
    case .rejected(let year):
      let dates = year.map { "AND outcomeDate BETWEEN \($0 * 10000) AND \($0 * 10000 + 9999)" } ?? ""
      return companyQuery("SELECT company FROM application WHERE outcome = 'rejected' \(dates)", nil)
    }
  }

  private func companyQuery(_ companies: String, _ tense: SelectorTerm.Tense?) -> String {
    let types: Set<RelationType> = [.worksFor, .memberOf, .founded, .recruitsFor]
    let codes = types.map { String($0.code) }.sorted().joined(separator: ", ")
    let edges = "SELECT subject AS id FROM relation WHERE object IN (\(companies)) AND type IN (\(codes))"
    switch tense {
    case .now: return edges + " AND endDate = 0"
    case .past: return edges + " AND endDate <> 0"
    case nil:
      return """
        \(edges) UNION SELECT person FROM involvement JOIN application ON application.id = involvement.application
        WHERE application.company IN (\(companies))
        """
    }
  }

  private func list(_ rows: [Int64]) -> String {
    rows.isEmpty
      ? "SELECT id FROM entity WHERE 0"
      : "SELECT id FROM entity WHERE id IN (\(rows.map(String.init).joined(separator: ", ")))"
  }

  private func rows(matching text: String, among kinds: Set<Entity.Kind>) throws -> [Int64] {
    let found = try matches(text, among: kinds).best
    guard !found.isEmpty else { throw SelectionError.nothingNamed(text, kinds) }
    return try found.compactMap { try rowID(of: $0.id) }
  }

  private func rows(under key: LookupKey) throws -> [Int64] {
    let statement = try connection.statement("SELECT entity FROM lookup WHERE kind = ? AND key = ?")
    statement.bind(1, key.kind.rawValue)
    statement.bind(2, key.text)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows
  }
}

public enum SelectionError: Error, Equatable {
  case nothingNamed(String, Set<Entity.Kind>)
}
