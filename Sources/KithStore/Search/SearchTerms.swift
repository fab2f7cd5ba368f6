import KithCore

/// The words that are in the full-text index.
struct SearchTerms {
  private let connection: Connection
  private static let tables = ["search", "interactionSearch"]

  struct Near: Hashable {
    let text: String
    let distance: Int

    init(_ text: String, distance: Int) {
      self.text = text
      self.distance = distance
    }
  }

  init(_ connection: Connection) throws {
    self.connection = connection
    for table in SearchTerms.tables {
      try connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table)Term USING fts5vocab('main', '\(table)', 'instance')")
    }
  }

  /// The words of `table` that begin with `text`; nil if there are more than `limit`.
  func terms(of table: String, beginning text: String, limit: Int) throws -> [String]? {
    var found: [String] = []
    var from = text
    while let term = try first(of: table, from: from), term.utf8.starts(with: text.utf8) {
      if found.count == limit { return nil }
      found.append(term)
      from = term + "\u{1}"
    }
    return found
  }

  private func first(of table: String, from start: String) throws -> String? {
    let seek = try connection.statement("SELECT term FROM temp.\(table)Term WHERE term >= ? LIMIT 1")
    seek.bind(1, start)
    defer { seek.reset() }
    return try seek.step() ? seek.text(0) : nil
  }

  /// Words that differ from `word` in one letter, or, of longer ones, in two; the nearest first, and of those alike names.
  func near(_ word: SearchWord, limit: Int = 3) throws -> [Near] {
    let text = word.text
    guard word.tokens.count == 1, text.unicodeScalars.count > 2 else { return [] }
    for distance in 1...(text.unicodeScalars.count > 5 ? 2 : 1) {
      let found = Set(try SearchTerms.tables.flatMap { try terms(of: $0, near: text, atMost: distance) })
      if found.isEmpty { continue }
      let ranked = try found.map { (near: $0, rank: try rank($0, beside: text)) }
        .sorted { ($0.rank, $0.near.text) < ($1.rank, $1.near.text) }
      return ranked.prefix(limit).map(\.near)
    }
    return []
  }

  private func rank(_ near: Near, beside text: String) throws -> Int {
    let statement = try connection.statement("SELECT EXISTS (SELECT 1 FROM lookup WHERE kind = 1 AND key = ?)")
    statement.bind(1, near.text)
    let isName = try statement.firstInt() == 1
    return (isName ? 0 : 2) + (near.text.first == text.first ? 0 : 1)
  }

  /// Walks over the terms in their order; where one begins in a way that leads nowhere near, all that begin so are passed over.
  private func terms(of table: String, near text: String, atMost limit: Int) throws -> [Near] {
    var found: [Near] = []
    var from: String? = ""
    for _ in 0..<SearchTerms.mostSteps {
      guard let start = from, let term = try first(of: table, from: start) else { break }
      var walk = EditWalk(to: text, atMost: limit)
      if let deadEnd = walk.deadEnd(of: term) {
        from = SearchTerms.successor(of: deadEnd)
      } else {
        if let distance = walk.distance, distance > 0 { found.append(Near(term, distance: distance)) }
        from = term + "\u{1}"
      }
    }
    return found
  }

  private static let mostSteps = 20_000

  /// The first text after all that begin with `prefix`.
  private static func successor(of prefix: String) -> String? {
    var scalars = prefix.unicodeScalars
    while let last = scalars.popLast() {
      let next = last.value == 0xd7ff ? 0xe000 : last.value + 1
      if let scalar = Unicode.Scalar(next) {
        scalars.append(scalar)
        return String(scalars)
      }
    }
    return nil
  }

  /// One near word for each, at most `limit` times: the first of each, then with another one for the first that has more.
  static func combinations(of choices: [[Near]], limit: Int) -> [[Near]] {
    guard choices.allSatisfy({ !$0.isEmpty }) else { return [] }
    var combinations: [[Near]] = [[]]
    for choice in choices {
      combinations = combinations.flatMap { begun in choice.map { begun + [$0] } }
      combinations = Array(
        combinations.sorted { $0.reduce(0) { $0 + $1.distance } < $1.reduce(0) { $0 + $1.distance } }.prefix(limit))
    }
    return combinations
  }
}
