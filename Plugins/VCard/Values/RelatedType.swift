import KithCore

/// How a relation reads as the TYPE of RELATED (RFC 6350 §6.6.6), which says what the *other* is to the card's entity.
enum RelatedType {
  enum Direction {
    case fromCard, toCard
  }

  private static let privatePrefix = "x-kith-"

  /// What is said with a word of the RFC, by the word.
  private static let byWord: [String: (RelationType, Direction)] = [
    "acquaintance": (.knows, .fromCard), "met": (.met, .fromCard), "colleague": (.colleagueOf, .fromCard),
    "friend": (.friendOf, .fromCard), "spouse": (.spouseOf, .fromCard), "sibling": (.siblingOf, .fromCard),
    "kin": (.kinOf, .fromCard), "neighbor": (.neighborOf, .fromCard), "co-resident": (.coResidentOf, .fromCard),
    "child": (.parentOf, .fromCard), "parent": (.parentOf, .toCard), "agent": (.agentOf, .toCard),
    "emergency": (.emergencyContactOf, .toCard),
  ]

  /// Words without a type of their own; they are the title of a `.related`.
  private static let titles: Set<String> = ["contact", "co-worker", "crush", "date", "muse", "sweetheart"]

  private static let words = Dictionary(
    uniqueKeysWithValues: byWord.filter { $0.value.1 == .fromCard }.map { ($0.value.0, $0.key) })

  private static let byPrivateWord = Dictionary(
    uniqueKeysWithValues: RelationType.ties.map { (privatePrefix + $0.rawValue.lowercased(), $0) })

  /// The TYPE for a relation whose subject is the card's entity.
  static func word(for type: RelationType, title: String?) -> String {
    if type == .related, let title, titles.contains(title) { return title }
    return words[type] ?? privatePrefix + type.rawValue.lowercased()
  }

  /// Whether the word alone carries the title.
  static func carriesTitle(_ type: RelationType, _ title: String) -> Bool { type == .related && titles.contains(title) }

  /// - Parameter word: in lower case.
  static func meaning(of word: String) -> (type: RelationType, direction: Direction, title: String?)? {
    if let (type, direction) = byWord[word] { return (type, direction, nil) }
    if titles.contains(word) { return (.related, .fromCard, word) }
    return byPrivateWord[word].map { ($0, .fromCard, nil) }
  }
}
