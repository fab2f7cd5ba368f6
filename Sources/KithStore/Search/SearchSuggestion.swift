import KithCore

/// Other words than those that found nothing, and what they find.
public struct SearchSuggestion: Sendable, Equatable {
  public let text: String
  /// How many letters differ.
  public let distance: Int
  public let hits: [SearchHit]
}

extension StoredGraph {
  /// For words that found nothing: the same with those that nothing has replaced by known ones that differ in a letter or
  /// two, the nearest first. Only such as find something.
  public func suggestions(for text: String, limit: Int = 3, hits: Int = 5) throws -> [SearchSuggestion] {
    var choices: [[SearchTerms.Near]] = []
    let terms = try SearchTerms(connection)
    for word in SearchQuery(text).words {
      choices.append(try isKnown(word) ? [SearchTerms.Near(word.text, distance: 0)] : try terms.near(word))
    }
    guard choices.contains(where: { ($0.first?.distance ?? 0) > 0 }) else { return [] }
    var suggestions: [SearchSuggestion] = []
    for words in SearchTerms.combinations(of: choices, limit: 2 * limit) where suggestions.count < limit {
      let text = words.map(\.text).joined(separator: " ")
      let found = try search(text, limit: hits)
      if found.isEmpty { continue }
      suggestions.append(
        SearchSuggestion(text: text, distance: words.reduce(0) { $0 + $1.distance }, hits: found))
    }
    return suggestions
  }

  /// Whether some record has such a word.
  private func isKnown(_ word: SearchWord) throws -> Bool {
    let query = SearchQuery(words: [word])
    if try !rows(matching: query.expression(in: ["name", "work", "tag", "note"]), atMost: 1).isEmpty { return true }
    return try !participants(ofInteractionsMatching: query.expression(in: ["summary"]), atMost: 1).isEmpty
  }
}
