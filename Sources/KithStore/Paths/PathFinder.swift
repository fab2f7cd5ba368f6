import KithCore

extension StoredGraph {
  /// The best chains of people who know each other from one person to another, or to anybody at a company: who works
  /// there now first, then who did.
  ///
  /// Only relations between people are steps. Whoever is marked as not to be asked is never a connector.
  /// - Throws: ``StoreError/unknownEntity(_:)``
  public func paths(_ question: PathQuestion) throws -> PathAnswer { try PathFinder(self, question).answer() }
}

private struct PathFinder {
  private let graph: StoredGraph
  private let question: PathQuestion
  private let source: StoredNeighbours
  private let ties: TieReader
  private let start: Int64
  private let target: Int64
  private let search: ChainSearch

  init(_ graph: StoredGraph, _ question: PathQuestion) throws {
    self.graph = graph
    self.question = question
    source = try StoredNeighbours(graph.connection)
    let rows = try ([question.from, question.target.id] + question.avoiding).map { id in
      try graph.rowID(of: id) ?? { throw StoreError.unknownEntity(id) }()
    }
    (start, target) = (rows[0], rows[1])
    ties = TieReader(graph, me: try graph.me().flatMap { try graph.rowID(of: $0) })
    search = ChainSearch(maximum: question.maximum, avoiding: Set(rows[2...]).union(try graph.notToAskRows()))
  }

  func answer() throws -> PathAnswer {
    if question.target.kind == .person { return try answer(to: [target]) }
    let people = try graph.peopleAt(target, today: question.today.date)
    if people.now.isEmpty, people.before.isEmpty { return .nobodyThere }
    let now = try answer(to: people.now)
    if case .found = now { return now }
    let before = try answer(to: people.before)
    switch (now, before) {
    case (_, .found): return before
    case (.tooFar(let steps), .tooFar(let fewer)): return .tooFar(steps: min(steps, fewer))
    case (.tooFar, _): return now
    default: return before
    }
  }

  private func answer(to targets: [Int64]) throws -> PathAnswer {
    guard !targets.isEmpty else { return .nothing }
    switch try search.chains(from: start, to: targets, in: source) {
    case .nothing: return .nothing
    case .tooFar(let steps): return .tooFar(steps: steps)
    case .found(let chains): return .found(try best(of: chains))
    }
  }

  private func best(of chains: [[Int64]]) throws -> [IntroductionChain] {
    let today = question.today.date
    let ranked = try chains.map { rows in
      let chain = IntroductionChain(people: [], ties: try ties(along: rows), loads: try loads(of: rows))
      return (rows: rows, chain: chain, strength: chain.strength(today: today))
    }.sorted { ($1.strength, $0.rows.count) < ($0.strength, $1.rows.count) }
    return try PathFinder.withoutDetours(ranked.map(\.rows)).prefix(question.count).map { best in
      try whole(ranked[best].chain, ranked[best].rows)
    }
  }

  /// The positions of those that are no better chain with somebody more in it.
  private static func withoutDetours(_ ranked: [[Int64]]) -> [Int] {
    var kept: [Int] = []
    for (position, rows) in ranked.enumerated() where !kept.contains(where: { Set(ranked[$0]).isSubset(of: rows) }) {
      kept.append(position)
    }
    return kept
  }

  private func ties(along rows: [Int64]) throws -> [TieFacts] {
    try zip(rows, rows.dropFirst()).map { try ties.tie($0, $1) }
  }

  private func loads(of rows: [Int64]) throws -> [ConnectorLoad] {
    try rows.dropFirst().dropLast().map { try ties.load(of: $0, since: question.today + -ConnectorLoad.days) }
  }

  /// The chain with its names and all of its evidence.
  private func whole(_ chain: IntroductionChain, _ rows: [Int64]) throws -> IntroductionChain {
    var chain = chain
    let today = question.today.date
    chain.people = try rows.compactMap { try graph.summary(atRow: $0) }
    chain.ties = try zip(rows, rows.dropFirst()).map { try ties.wholeTie($0, $1, today: today) }
    if question.target.kind != .person, let last = rows.last {
      chain.employment = try graph.employment(of: last, at: target, named: question.target, today: today)
    }
    return chain
  }
}
