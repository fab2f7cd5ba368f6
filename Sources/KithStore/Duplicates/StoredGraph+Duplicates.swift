import KithCore

/// Records that may be the same, named.
public struct FoundDuplicates: Sendable {
  public struct Pair: Sendable, Equatable {
    public let one: EntitySummary
    public let other: EntitySummary
    public let score: Double
    public let reasons: [DuplicateReason]
    public let isCertain: Bool
  }

  /// Three or more that hang together.
  public struct Group: Sendable {
    public let members: [EntitySummary]
    /// Members that cannot be the same, though others lead from one to the other.
    public let contradictions: [(one: EntitySummary, other: EntitySummary, reason: DuplicateReason)]
  }

  /// The likeliest first.
  public var pairs: [Pair] = []
  public var groups: [Group] = []
  public var compared = 0
  public var blocks = 0
  public var largestBlock = 0
  public var skippedBlocks = 0
}

extension StoredGraph {
  /// All pairs of records that score `lowest` or more: of those that `query` finds, if there is one, with whomever.
  public func duplicates(
    lowest: Double = DuplicateFinder.usual, among query: SelectorQuery? = nil, onlyCertain: Bool = false,
    limit: Int? = nil
  ) throws -> FoundDuplicates {
    let chosen = try query.map(rows)
    let finder = try duplicateFinder()
    var report = finder.find(lowest: lowest)
    report.pairs.removeAll { pair in
      (onlyCertain && !pair.isCertain)
        || chosen.map { !$0.contains(pair.first) && !$0.contains(pair.second) } ?? false
    }
    if let limit, report.pairs.count > limit { report.pairs.removeLast(report.pairs.count - limit) }
    return try named(report, finder)
  }

  private func rows(of query: SelectorQuery) throws -> Set<Int64> {
    let selected = try connection.prepared(query.rows)
    var rows = Set<Int64>()
    while try selected.step() { rows.insert(selected.rowID(0)) }
    return rows
  }

  private func named(_ report: DuplicateReport, _ finder: DuplicateFinder) throws -> FoundDuplicates {
    var names: [Int64: EntitySummary] = [:]
    func name(_ row: Int64) throws -> EntitySummary {
      if let known = names[row] { return known }
      guard let summary = try summary(atRow: row) else {
        throw StoreError.unknownEntity(Identifier(high: 0, low: 0))
      }
      names[row] = summary
      return summary
    }
    var found = FoundDuplicates(
      compared: report.compared, blocks: report.blocks, largestBlock: report.largestBlock,
      skippedBlocks: report.skippedBlocks)
    for pair in report.pairs {
      found.pairs.append(
        FoundDuplicates.Pair(
          one: try name(pair.first), other: try name(pair.second), score: pair.score, reasons: pair.reasons,
          isCertain: pair.isCertain))
    }
    for group in report.groups() where group.members.count > 2 {
      let contradictions = try finder.contradictions(in: group).map {
        (one: try name($0.first), other: try name($0.second), reason: $0.reason)
      }
      found.groups.append(
        FoundDuplicates.Group(members: try group.members.map(name), contradictions: contradictions))
    }
    return found
  }

  /// A finder that holds everybody, read in one pass over the records and one over the jobs.
  func duplicateFinder() throws -> DuplicateFinder {
    let finder = DuplicateFinder()
    finder.homeCountry = try homeCountry()
    try tellApart(in: finder)
    let jobs = try JobCursor(connection, finder)
    let entities = try connection.cursor("SELECT \(EntityRow.columns) FROM entity WHERE +kind <> 4 ORDER BY id")
    var entity = EntityRow.blank
    while try entities.step() {
      let row = entities.rowID(0)
      try EntityRow.read(from: entities, into: &entity)
      finder.add(entity, row: row, jobs: try jobs.jobs(ofSubject: row))
    }
    return finder
  }

  /// The country of the user's own first number that says one.
  func homeCountry() throws -> Int {
    guard let me = try me(), let entity = try entity(me) else { return 0 }
    return entity.phones.lazy.compactMap { PhoneKey($0.number)?.country }.first { $0 > 0 } ?? 0
  }

  private func tellApart(in finder: DuplicateFinder) throws {
    let told = try connection.cursor(
      "SELECT subject, object FROM relation WHERE type = \(RelationType.differentFrom.code)")
    while try told.step() { finder.tellApart(told.rowID(0), told.rowID(1)) }
  }
}

/// Jobs in the order of who has them, read alongside the entities.
private final class JobCursor {
  private let statement: PreparedStatement
  private let finder: DuplicateFinder
  private var hasRow: Bool
  private var companies: [Int64: Int32] = [:]
  private var jobs: [DuplicateJob] = []

  init(_ connection: Connection, _ finder: DuplicateFinder) throws {
    self.finder = finder
    let names = try connection.cursor("SELECT id, name FROM entity WHERE +kind IN (2, 3)")
    while try names.step() { companies[names.rowID(0)] = finder.company(named: names.text(1)) }
    statement = try connection.cursor(
      """
      SELECT subject, object, title FROM relation WHERE +type = \(RelationType.worksFor.code)
      ORDER BY subject, type, object, startDate, title
      """)
    hasRow = try statement.step()
  }

  func jobs(ofSubject subject: Int64) throws -> [DuplicateJob] {
    if !jobs.isEmpty { jobs.removeAll(keepingCapacity: true) }
    while hasRow, statement.rowID(0) <= subject {
      if statement.rowID(0) == subject {
        jobs.append(DuplicateJob(company: companies[statement.rowID(1)] ?? -1, title: statement.text(2)))
      }
      hasRow = try statement.step()
    }
    return jobs
  }
}
