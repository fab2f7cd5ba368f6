/// The parts of a person's name (RFC 6350 §6.2.2). Each part may hold several values, in order.
public struct PersonName: Hashable, Sendable {
  public var family: [String]
  public var given: [String]
  public var additional: [String]
  public var prefixes: [String]
  public var suffixes: [String]

  public init(
    family: [String] = [], given: [String] = [], additional: [String] = [], prefixes: [String] = [],
    suffixes: [String] = []
  ) {
    self.family = family
    self.given = given
    self.additional = additional
    self.prefixes = prefixes
    self.suffixes = suffixes
  }

  public var isEmpty: Bool {
    family.isEmpty && given.isEmpty && additional.isEmpty && prefixes.isEmpty && suffixes.isEmpty
  }

  /// The name as it is shown when nothing else is known: prefixes, given, additional, family, suffixes.
  public var formatted: String {
    (prefixes + given + additional + family + suffixes).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A guess at the parts of a name typed in one piece: the last word is the family name, the first the given name.
  public init(parsing text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else {
      self.init(given: words)
      return
    }
    self.init(family: [words[words.count - 1]], given: [words[0]], additional: Array(words[1..<words.count - 1]))
  }
}
