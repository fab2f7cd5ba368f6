import KithCore

/// How address books say who somebody is to the person of the row.
enum RelationWord {
  struct Meaning {
    var type: RelationType
    /// The other is the subject: "Mother" says that the other is a parent of the row's person.
    var isReversed = false
    var title: String?
  }

  private static let meanings: [(word: String, meaning: Meaning)] = [
    ("Spouse", Meaning(type: .spouseOf)), ("Child", Meaning(type: .parentOf)),
    ("Parent", Meaning(type: .parentOf, isReversed: true)), ("Mother", Meaning(type: .parentOf, isReversed: true)),
    ("Father", Meaning(type: .parentOf, isReversed: true)), ("Sibling", Meaning(type: .siblingOf)),
    ("Brother", Meaning(type: .siblingOf)), ("Sister", Meaning(type: .siblingOf)),
    ("Relative", Meaning(type: .kinOf)), ("Friend", Meaning(type: .friendOf)), ("Partner", Meaning(type: .partnerOf)),
    ("Domestic Partner", Meaning(type: .partnerOf)), ("Referred by", Meaning(type: .referredBy)),
    ("Manager", Meaning(type: .managerOf, isReversed: true)), ("Manager of", Meaning(type: .managerOf)),
    ("Assistant", Meaning(type: .assistantOf, isReversed: true)), ("Assistant of", Meaning(type: .assistantOf)),
  ]
  private static let byWord = Dictionary(
    uniqueKeysWithValues: meanings.map { (CSVHeader.folded($0.word), $0.meaning) })
  private static let words = Dictionary(
    meanings.filter { !$0.meaning.isReversed }.map { ($0.meaning.type, $0.word) },
    uniquingKeysWith: { first, _ in first })

  /// The relations that a word can say from the person of the row.
  static let types = Set(words.keys).union([.related])

  static func meaning(of label: String) -> Meaning {
    let word = TrimmedText.trimmed(label)
    return byWord[CSVHeader.folded(word)] ?? Meaning(type: .related, title: word.isEmpty ? nil : word)
  }

  /// The label for a relation whose subject is the row's person.
  static func label(for type: RelationType, title: String?) -> String {
    type == .related ? title ?? "" : words[type] ?? type.rawValue
  }
}
