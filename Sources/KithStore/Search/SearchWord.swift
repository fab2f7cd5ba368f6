import KithCore

/// A word that somebody looks for, folded.
struct SearchWord: Hashable {
  /// One, but for Chinese, Japanese and Korean.
  let tokens: [String]
  /// The words of the index that begin with it, where somebody looked them up.
  var endings: [String]?

  var text: String { tokens.joined() }

  /// How well a text has a word.
  enum Match: Int, Comparable {
    case whole, beginning

    static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  /// How the word is in a text of these tokens; nil if it is not.
  func match(in text: [String]) -> Match? {
    guard let last = tokens.last, text.count >= tokens.count else { return nil }
    var found: Match?
    for start in 0...(text.count - tokens.count) {
      let end = start + tokens.count - 1
      guard text[start..<end].elementsEqual(tokens.dropLast()) else { continue }
      if text[end] == last { return .whole }
      if !SearchWords.isIdeographic(last), text[end].utf8.starts(with: last.utf8) { found = .beginning }
    }
    return found
  }

  /// The word in the language of FTS5: a phrase in quotation marks, which folded text has none of.
  func expression(isWhole: Bool) -> String {
    if !isWhole, let endings, !endings.isEmpty {
      return "(" + endings.map { "\"" + $0 + "\"" }.joined(separator: " OR ") + ")"
    }
    let phrase = "\"" + tokens.joined(separator: " ") + "\""
    return isWhole || SearchWords.isIdeographic(tokens.last ?? "") ? phrase : phrase + " *"
  }

  /// The index holds the documents of each beginning of three letters; those of a longer one it would gather from all that
  /// begin so, which takes as long as there are many.
  var isSlowAsBeginning: Bool {
    guard tokens.count == 1, let token = tokens.first, !SearchWords.isIdeographic(token) else { return false }
    return token.unicodeScalars.count > 3
  }

  /// Whether few enough texts have such a word that all of them are worth a look.
  var isTelling: Bool { tokens.contains(where: SearchWords.isIdeographic) || (tokens.last?.count ?? 0) >= 3 }
}

/// The words of a search, all of which a record must have.
struct SearchQuery {
  let words: [SearchWord]

  private static let mostWords = 12
  private static let mostTokens = 60
  private static let longest = 200

  init(words: [SearchWord]) { self.words = words }

  init(_ text: String) {
    var words: [SearchWord] = []
    for tokens in SearchWords.tokens(text) where words.count < SearchQuery.mostWords {
      let word = SearchWord(
        tokens: tokens.prefix(SearchQuery.mostTokens).map { String($0.prefix(SearchQuery.longest)) })
      if !words.contains(word) { words.append(word) }
    }
    self.words = words
  }

  /// All words in the same row, in any of `columns`.
  func expression(in columns: [String], isWhole: Bool = false) -> String {
    "{\(columns.joined(separator: " "))} : (" + words.map { $0.expression(isWhole: isWhole) }.joined(separator: " AND ")
      + ")"
  }
}
