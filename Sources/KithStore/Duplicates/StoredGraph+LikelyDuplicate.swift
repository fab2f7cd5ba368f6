import KithCore

extension StoredGraph {
  /// The record that is most likely the same as the one of `id`, found by its keys alone; nil if none is likely.
  public func likelyDuplicate(of id: Identifier, lowest: Double = DuplicateFinder.usual) throws -> EntitySummary? {
    guard let row = try rowID(of: id), let entity = try entity(atRow: row) else { return nil }
    let candidates = try candidates(alike: entity, row: row)
    guard !candidates.isEmpty else { return nil }
    let finder = DuplicateFinder()
    finder.homeCountry = try homeCountry()
    for candidate in [row] + candidates { try add(candidate, to: finder) }
    try tellApart(row, in: finder)
    finder.setPopulation(
      try connection.statement("SELECT max(id) FROM entity").firstInt() ?? 0, bearers: try bearers(of: entity))
    let best = finder.find(lowest: lowest).pairs.first { $0.first == row || $0.second == row }
    return try best.flatMap { try summary(atRow: $0.first == row ? $0.second : $0.first) }
  }

  private static let mostCandidates = 200

  /// Those that share a contact point, or a word of the name that not many have.
  private func candidates(alike entity: Entity, row: Int64) throws -> [Int64] {
    var found = Set<Int64>()
    for key in Set(LookupKey.keys(of: entity)) where key.kind != .tag && key.kind != .foreignUID {
      let rows = try connection.statement(
        """
        SELECT lookup.entity FROM lookup CROSS JOIN entity ON entity.id = lookup.entity
        WHERE lookup.kind = ? AND lookup.key = ? AND entity.kind <> 4 LIMIT \(StoredGraph.mostCandidates)
        """)
      rows.bind(1, key.kind.rawValue)
      rows.bind(2, key.text)
      var alike: [Int64] = []
      while try rows.step() { alike.append(rows.rowID(0)) }
      if alike.count < StoredGraph.mostCandidates { found.formUnion(alike) }
    }
    found.remove(row)
    return found.sorted()
  }

  private func add(_ row: Int64, to finder: DuplicateFinder) throws {
    guard let entity = try entity(atRow: row) else { return }
    let statement = try connection.statement(
      """
      SELECT company.name, relation.title FROM relation CROSS JOIN entity AS company ON company.id = relation.object
      WHERE relation.subject = ? AND relation.type = \(RelationType.worksFor.code)
      """)
    statement.bind(1, row)
    var jobs: [DuplicateJob] = []
    while try statement.step() {
      jobs.append(DuplicateJob(company: finder.company(named: statement.text(0)), title: statement.text(1)))
    }
    finder.add(entity, row: row, jobs: jobs)
  }

  private func tellApart(_ row: Int64, in finder: DuplicateFinder) throws {
    for end in ["subject", "object"] {
      let told = try connection.statement(
        """
        SELECT subject, object FROM relation WHERE \(end) = ? AND type = \(RelationType.differentFrom.code)
        """)
      told.bind(1, row)
      while try told.step() { finder.tellApart(told.rowID(0), told.rowID(1)) }
    }
  }

  /// How many records have each word of the name, up to a number that is many.
  private func bearers(of entity: Entity) throws -> [String: Int] {
    var bearers: [String: Int] = [:]
    let count = try connection.statement(
      "SELECT count(*) FROM (SELECT 1 FROM lookup WHERE kind = 1 AND key = ? LIMIT 5000)")
    for word in SearchKey.words(entity.name) {
      count.bind(1, word)
      bearers[word] = try count.firstInt() ?? 0
    }
    return bearers
  }
}
