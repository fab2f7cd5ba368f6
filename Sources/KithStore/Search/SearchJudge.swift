import KithCore

/// Says of one record after another whether it has all the words, and where: what counts most is read first, and the rest only
/// for the words that are not found there.
final class SearchJudge {
  private let graph: StoredGraph
  private let words: [SearchWord]
  private let places: SearchPlaces
  private var glance = EntityRow.blank
  private let query: [String]

  init(_ graph: StoredGraph, _ query: SearchQuery) {
    self.graph = graph
    words = query.words
    self.query = words.flatMap(\.tokens)
    places = SearchPlaces(graph.connection)
  }

  /// Nil if some word is nowhere in the record; `withInteractions`, nor in what happened with it.
  /// `told` are some of those that are known to have words.
  func candidate(
    _ row: Int64, _ summary: EntitySummary, withInteractions: Bool, and told: [SearchedInteraction]
  ) throws -> SearchCandidate? {
    let name = SearchWords.tokens(summary.name).flatMap { $0 }
    let written = name + SearchWords.joined(summary.name)
    var finds = words.map { find($0, in: written, of: summary.name) }
    if let rank = wholeRank(summary, name), finds.allSatisfy({ $0 != nil }) {
      return SearchCandidate(row: row, summary: summary, rank: rank, finds: finds.compactMap { $0 })
    }
    for step in steps(withInteractions: withInteractions, told) where finds.contains(where: { $0 == nil }) {
      try step(row, &finds)
    }
    let found = finds.compactMap { $0 }
    guard found.count == words.count else { return nil }
    let scores = found.map(\.score)
    let rank = SearchCandidate.Rank(weakest: scores.max() ?? 0, sum: scores.reduce(0, +))
    return SearchCandidate(row: row, summary: summary, rank: rank, finds: found)
  }

  private typealias Step = (Int64, inout [SearchFind?]) throws -> Void

  private func steps(withInteractions: Bool, _ told: [SearchedInteraction]) -> [Step] {
    guard withInteractions else { return [addOtherNames, addWork, addTagsAndNotes] }
    let addTold: Step = { [self] _, finds in for interaction in told { add(interaction, to: &finds) } }
    return [addOtherNames, addWork, addTagsAndNotes, addTold, addInteractions]
  }

  private func find(_ word: SearchWord, in name: [String], of text: String) -> SearchFind? {
    guard let match = word.match(in: name) else { return nil }
    let position = name.firstIndex { $0.utf8.starts(with: (word.tokens.first ?? "").utf8) } ?? 0
    return SearchFind(field: .name, match: match, text: text, position: position)
  }

  /// A company's legal form does not count.
  private func wholeRank(_ summary: EntitySummary, _ name: [String]) -> SearchCandidate.Rank? {
    if name == query { return .wholeName }
    if summary.kind != .person {
      let key = SearchWords.tokens(CompanyName.key(summary.name)).flatMap { $0 }
      return key == query ? .wholeName : nil
    }
    return name.count == query.count && name.sorted() == query.sorted() ? .wholeNameTurned : nil
  }

  // MARK: What is read only if need be

  private func addOtherNames(_ row: Int64, _ finds: inout [SearchFind?]) throws {
    try readGlance(row)
    for text in glance.nicknames { add(.nickname, text, isName: true, to: &finds) }
    for email in glance.emails {
      add(.email, email.address, tokensOf: SearchFields.localPart(email.address), to: &finds)
    }
  }

  private func addTagsAndNotes(_ row: Int64, _ finds: inout [SearchFind?]) throws {
    for text in glance.tags { add(.tag, text, to: &finds) }
    for text in glance.notes { add(.note, text, to: &finds) }
  }

  private func addWork(_ row: Int64, _ finds: inout [SearchFind?]) throws {
    for tie in try graph.workTies(of: row, places) {
      if let title = tie.title { add(.title, title, isPast: tie.isPast, to: &finds) }
      for unit in tie.units { add(.department, unit, isPast: tie.isPast, to: &finds) }
      add(tie.place.kind == .company ? .company : .organization, tie.place.name, isPast: tie.isPast, to: &finds)
    }
  }

  private func addInteractions(_ row: Int64, _ finds: inout [SearchFind?]) throws {
    for interaction in try graph.latestInteractions(ofRow: row) { add(interaction, to: &finds) }
  }

  private func add(_ interaction: SearchedInteraction, to finds: inout [SearchFind?]) {
    add(.interaction, interaction.summary, to: &finds, date: interaction.date, channel: interaction.channel)
  }

  private func readGlance(_ row: Int64) throws {
    let statement = try graph.connection.statement("SELECT properties FROM entity WHERE id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return }
    try SearchGlance.read(name: "", statement.textBytes(0), into: &glance)
  }

  /// Notes `text` for the words that it fits better than what was found so far.
  private func add(
    _ field: SearchField, _ text: String, tokensOf part: String? = nil, isPast: Bool = false, isName: Bool = false,
    to finds: inout [SearchFind?], date: PartialDate? = nil, channel: String? = nil
  ) {
    let tokens = SearchWords.tokens(part ?? text).flatMap { $0 } + (isName ? SearchWords.joined(text) : [])
    for (index, word) in words.enumerated() {
      guard let match = word.match(in: tokens) else { continue }
      let find = SearchFind(field: field, match: match, text: text, isPast: isPast, date: date, channel: channel)
      if let known = finds[index], !find.isBetter(than: known) { continue }
      finds[index] = find
    }
  }
}

extension SearchFind {
  /// What is so now is a better reason than what was.
  fileprivate func isBetter(than other: SearchFind) -> Bool {
    score != other.score ? score < other.score : other.isPast && !isPast
  }
}
