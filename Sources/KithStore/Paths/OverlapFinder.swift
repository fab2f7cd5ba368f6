import KithCore

/// People who were where somebody was, at the same time, and of whom no tie to them is recorded.
public struct OverlapSuggestions: Sendable, Equatable {
  public struct Suggestion: Sendable, Equatable {
    public let person: EntitySummary
    /// Never empty.
    public let overlaps: [Overlap]
  }

  /// Those with most in common first.
  public var suggestions: [Suggestion] = []
  /// How many more there are.
  public var others = 0
  /// Places with so many people that only those within two steps were looked at.
  public var crowded: [EntitySummary] = []
}

extension StoredGraph {
  /// - Parameter crowd: how many people make a place one of which only those nearby are looked at.
  /// - Throws: ``StoreError/unknownEntity(_:)``
  public func overlapSuggestions(
    for id: Identifier, today: PartialDate, limit: Int = 20, crowd: Int = 500
  ) throws -> OverlapSuggestions {
    guard let row = try rowID(of: id) else { throw StoreError.unknownEntity(id) }
    return try OverlapFinder(self, row, today: today, crowd: crowd).suggestions(limit: limit)
  }
}

private struct OverlapFinder {
  private let graph: StoredGraph
  private let row: Int64
  private let today: PartialDate
  private let crowd: Int
  private let mine: [Presence]
  private let tied: Set<Int64>
  private let source: StoredNeighbours

  init(_ graph: StoredGraph, _ row: Int64, today: PartialDate, crowd: Int) throws {
    (self.graph, self.row, self.today, self.crowd) = (graph, row, today, crowd)
    mine = try graph.presences(of: row)
    source = try StoredNeighbours(graph.connection)
    var neighbours: [Int64] = []
    try source.appendNeighbours(of: row, to: &neighbours)
    tied = Set(neighbours)
  }

  func suggestions(limit: Int) throws -> OverlapSuggestions {
    var found = OverlapSuggestions()
    var candidates: [Int64: Int] = [:]
    for place in mine.map(\.place).unique {
      let present = try present(at: place)
      if present.count > crowd { found.crowded.append(place) }
      let looked = present.count > crowd ? try nearby() : present
      for candidate in looked { candidates[candidate] = min(candidates[candidate] ?? .max, present.count) }
    }
    let ranked = try overlapping(candidates)
    found.others = max(0, ranked.count - limit)
    found.suggestions = try ranked.prefix(limit).compactMap { candidate in
      try graph.summary(atRow: candidate.row).map { .init(person: $0, overlaps: candidate.overlaps) }
    }
    return found
  }

  private typealias Candidate = (row: Int64, overlaps: [Overlap], crowd: Int)

  /// By how much they have in common, in places of how few.
  private func overlapping(_ candidates: [Int64: Int]) throws -> [Candidate] {
    var found: [Candidate] = []
    for (candidate, count) in candidates where candidate != row && !tied.contains(candidate) {
      let overlaps = try graph.overlaps(mine, try graph.presences(of: candidate), today: today)
      if !overlaps.isEmpty { found.append((candidate, overlaps, count)) }
    }
    return found.sorted { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  private func rank(_ candidate: Candidate) -> [Int] {
    let kind = Overlap.Kind.allCases.firstIndex { $0 == candidate.overlaps.first?.kind } ?? 0
    return [-candidate.overlaps.count, kind, candidate.crowd, Int(candidate.row)]
  }

  private func present(at place: EntitySummary) throws -> [Int64] {
    guard let placeRow = try graph.rowID(of: place.id) else { return [] }
    let statement = try graph.connection.statement(StoredGraph.presentSQL)
    statement.bind(1, placeRow)
    statement.bind(2, crowd + 1)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows.unique
  }

  /// Those within two steps.
  private func nearby() throws -> [Int64] {
    var near: [Int64] = []
    for neighbour in tied.sorted().prefix(300) where near.count < 5000 {
      try source.appendNeighbours(of: neighbour, to: &near)
    }
    return near.unique.filter { $0 != row && !tied.contains($0) }
  }
}
