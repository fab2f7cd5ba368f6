/// The words, commas and colons of one line, taken one after the other.
struct RulesLine {
  struct Token {
    let text: String
    /// In characters, 1-based.
    let column: Int
  }

  private let number: Int
  private let tokens: [Token]
  private let end: Int
  private var position = 0

  /// What follows a `#` is a comment.
  init(_ line: Substring.UnicodeScalarView, number: Int) {
    self.number = number
    var (tokens, word): ([Token], String.UnicodeScalarView) = ([], .init())
    var column = 0
    func finish() {
      if !word.isEmpty { tokens.append(Token(text: String(word), column: column - word.count + 1)) }
      word = .init()
    }
    for scalar in line {
      if scalar == "#" { break }
      if scalar.properties.isWhitespace || scalar == "," || scalar == ":" {
        finish()
        if !scalar.properties.isWhitespace { tokens.append(Token(text: String(scalar), column: column + 1)) }
      } else {
        word.append(scalar)
      }
      column += 1
    }
    finish()
    self.tokens = tokens
    end = column + 1
  }

  var isAtEnd: Bool { position == tokens.count }
  var next: String? { isAtEnd ? nil : tokens[position].text }

  /// Takes the next word if it is `word`.
  mutating func take(_ word: String) -> Bool {
    guard let next, RulesLine.key(next) == RulesLine.key(word) else { return false }
    position += 1
    return true
  }

  mutating func require(_ word: String) throws { if !take(word) { throw error("'\(word)'") } }

  /// Takes the next word if `meaning` knows what it means.
  mutating func require<Value>(_ expected: String, _ meaning: (String) -> Value?) throws -> Value {
    guard let next, let value = meaning(next) else { throw error(expected) }
    position += 1
    return value
  }

  /// One or more with commas between.
  mutating func requireList<Value>(_ expected: String, _ meaning: (String) -> Value?) throws -> [Value] {
    var values = [try require(expected, meaning)]
    while take(",") { values.append(try require(expected, meaning)) }
    return values
  }

  func requireEnd() throws { if !isAtEnd { throw error("the end of the line") } }

  /// An error at the next word, or where the line ends.
  func error(_ expected: String) -> RulesError {
    RulesError(
      line: number, column: isAtEnd ? end : tokens[position].column, found: next.map { String($0.prefix(40)) },
      expected: expected)
  }

  /// Case and hyphens do not count.
  static func key(_ word: String) -> String { SearchKey.fold(word).filter { $0 != "-" && $0 != "_" } }

  static func value<Value: RawRepresentable & CaseIterable>(_ word: String) -> Value? where Value.RawValue == String {
    Value.allCases.first { key($0.rawValue) == key(word) }
  }
}
