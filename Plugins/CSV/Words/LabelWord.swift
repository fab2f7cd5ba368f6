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
    if details.types.count == 1 {
      if details.types[0] == "work" { return "Work" }
      if details.types[0] == "home" { return "Home" }
      if details.types[0] == "cell" { return "Mobile" }
    }
    if details.types.count == 1, let known = types.first(where: { $0.types == details.types }) { return known.word }
    let told = Set(details.types).subtracting(defaults)
    if told.isEmpty { return "" }
    return types.first { told == Set($0.types) }?.word ?? details.types.joined(separator: " ")
  }

  /// Whether `read` is `written` but for what no label can hold.
  static func isSame(_ written: ContactDetails, _ read: ContactDetails) -> Bool {
    written.preference == read.preference && written.group == nil && written.parameters.isEmpty
      && written.label == read.label && isSame(written.types, read.types)
  }

  /// Whether a label says all of `details`, told at once for the most usual ones.
  @inline(__always)
  static func saysAll(of details: ContactDetails) -> Bool {
    guard details.label == nil, details.group == nil, details.parameters.isEmpty, details.preference ?? 1 == 1 else {
      return false
    }
    if details.types.isEmpty { return details.preference == nil }
    guard details.types.count == 1 else { return false }
    let type = details.types[0]
    return type == "work" || type == "home" || type == "cell"
  }

  private static func isSame(_ written: [String], _ read: [String]) -> Bool {
    if written.isEmpty, read.isEmpty || written == read { return true }
    return isCovered(written, by: read) && isCovered(read, by: written)
  }

  private static func isCovered(_ types: [String], by others: [String]) -> Bool {
    for type in types where !others.contains(type) && !defaults.contains(type) { return false }
    return true
  }
}
