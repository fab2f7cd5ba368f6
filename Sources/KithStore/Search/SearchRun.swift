import KithCore

/// One search. It looks where a find counts most, then further, and stops when there is enough to show: what would come
/// later counts less. Of what is found everywhere it takes only so many, the newest first, and ranks those.
final class SearchRun {
  private let graph: StoredGraph
  private let query: SearchQuery
  /// The same, with what may stand for long beginnings of words in each index.
  private let inRecords: SearchQuery
  private let limit: Int
  private let judge: SearchJudge
  private var seen = Set<Int64>()
  private var found: [SearchCandidate] = []

  init(_ graph: StoredGraph, _ query: SearchQuery, limit: Int) throws {
    self.graph = graph
    self.query = query
    inRecords = try query.spelledOut(in: "search", graph.connection)
    self.limit = limit
    judge = SearchJudge(graph, query)
  }

  private var isEnough: Bool { found.count >= limit }
  private var most: Int { max(60, 3 * limit) }

  func candidates() throws -> [SearchCandidate] {
    guard !query.words.isEmpty else { return [] }
    try lookInNames()
    for columns in SearchRun.further where !isEnough {
      try take(inRecords.expression(in: columns), atMost: most + seen.count)
    }
    if !isEnough { try lookInInteractions() }
    if !isEnough, query.words.count > 1 { try lookForWordsApart() }
    return try ranked()
  }

  private static let further = [
    ["name", "work"], ["name", "work", "tag"], ["name", "work", "tag", "note"],
  ]

  /// The newest that begin so, and, where there are more, those of which it is the whole word.
  private func lookInNames() throws {
    let count = try take(inRecords.expression(in: ["name"]), atMost: most)
    if count == most { try take(inRecords.expression(in: ["name"], isWhole: true), atMost: most) }
  }

  @discardableResult
  private func take(_ expression: String, atMost most: Int, withInteractions: Bool = false) throws -> Int {
    let rows = try graph.rows(matching: expression, atMost: most)
    for (row, summary) in rows { try take(row, summary, withInteractions: withInteractions) }
    return rows.count
  }

  private func take(
    _ row: Int64, _ summary: EntitySummary, withInteractions: Bool, and interactions: [SearchedInteraction] = []
  ) throws {
    guard !seen.contains(row) else { return }
    let candidate = try judge.candidate(
      row, summary, withInteractions: withInteractions, and: interactions)
    guard let candidate else { return }
    seen.insert(row)
    found.append(candidate)
  }

  /// Who took part in what was said in these words.
  private func lookInInteractions() throws {
    guard query.words.allSatisfy(\.isTelling) else { return }
    let inInteractions = try query.spelledOut(in: "interactionSearch", graph.connection)
    for (row, summary, interaction) in try graph.participants(
      ofInteractionsMatching: inInteractions.expression(in: ["summary"]), atMost: most)
    {
      try take(row, summary, withInteractions: true, and: [interaction])
    }
  }

  /// Those who have one of the words: the others may be in what happened with them.
  private func lookForWordsApart() throws {
    for word in inRecords.words where word.isTelling {
      let single = SearchQuery(words: [word])
      try take(single.expression(in: ["name"]), atMost: SearchRun.mostApart, withInteractions: true)
      try take(
        single.expression(in: ["name", "work", "tag", "note"]), atMost: SearchRun.mostApart, withInteractions: true)
    }
  }

  private static let mostApart = 60

  /// The best, in order. What happened last is asked only of those whom it may put among them.
  private func ranked() throws -> [SearchCandidate] {
    var ranked = found.sorted(by: SearchCandidate.precedes)
    guard let last = ranked.prefix(limit).last?.rank else { return [] }
    ranked = ranked.filter { $0.rank <= last }
    for index in ranked.indices.prefix(2 * limit) {
      ranked[index].lastTouch = try graph.lastTouch(ofRow: ranked[index].row)
    }
    return Array(ranked.sorted(by: SearchCandidate.precedes).prefix(limit))
  }
}

extension SearchQuery {
  /// With the words of `table` in the place of those beginnings that the index would be slow to gather.
  fileprivate func spelledOut(in table: String, _ connection: Connection) throws -> SearchQuery {
    guard words.contains(where: \.isSlowAsBeginning) else { return self }
    let terms = try SearchTerms(connection)
    return SearchQuery(
      words: try words.map { word in
        guard word.isSlowAsBeginning else { return word }
        return SearchWord(
          tokens: word.tokens, endings: try terms.terms(of: table, beginning: word.text, limit: SearchQuery.mostEndings)
        )
      })
  }

  private static let mostEndings = 32
}
