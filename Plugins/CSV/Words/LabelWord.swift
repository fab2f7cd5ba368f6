import KithCore

/// How Google's labels say what vCard says with types: `* Work Fax` is `work`, `fax`, preferred.
enum LabelWord {
  /// Marks the preferred value of its sort, and the groups that Google itself makes.
  static let star = "* "

  private static let types: [(word: String, types: [String])] = [
    ("Work", ["work"]), ("Home", ["home"]), ("Mobile", ["cell"]), ("Work Fax", ["work", "fax"]),
    ("Home Fax", ["home", "fax"]), ("Fax", ["fax"]), ("Pager", ["pager"]), ("Work Mobile", ["work", "cell"]),
    ("Home Mobile", ["home", "cell"]), ("Car", ["car"]), ("ISDN", ["isdn"]), ("TTY TDD", ["textphone"]),
  ]
  private static let byWord = Dictionary(
    uniqueKeysWithValues: types.map { (CSVHeader.folded($0.word), $0.types) })

  /// What vCard 3.0 takes every number and address for, and so nobody needs to write.
  private static let defaults: Set<String> = ["voice", "internet"]

  static func details(of text: String) -> ContactDetails {
    var word = TrimmedText.trimmed(text)
    var details = ContactDetails()
    if word.hasPrefix("*") {
      details.preference = 1
      word = TrimmedText.trimmed(String(word.dropFirst()))
    }
    if word.isEmpty { return details }
    if let types = byWord[CSVHeader.folded(word)] { details.types = types } else { details.label = word }
    return details
  }

  /// The label that says as much of `details` as one can, without the star.
  static func text(for details: ContactDetails) -> String {
    if let label = details.label { return label }
    if details.types.isEmpty { return "" }
    if details.types.count == 1, let known = types.first(where: { $0.types == details.types }) { return known.word }
    let told = Set(details.types).subtracting(defaults)
    if told.isEmpty { return "" }
    return types.first { told == Set($0.types) }?.word ?? details.types.joined(separator: " ")
  }

  /// Whether `read` is `written` but for what no label can hold.
  static func isSame(_ written: ContactDetails, _ read: ContactDetails) -> Bool {
    if written == read { return true }
    return written.label == read.label && written.preference == read.preference && written.group == nil
      && written.parameters.isEmpty
      && Set(written.types).subtracting(defaults) == Set(read.types).subtracting(defaults)
  }
}
