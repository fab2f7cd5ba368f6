/// Whether two spellings may name one person.
public enum NameMatch {
  /// True if every word of the shorter one, or its initial, is in the longer one, or if they share two words of two
  /// letters or more: `A. Lovelace`, `Ada King Lovelace` and `Lovelace, Ada` agree. A family name alone is not enough: people
  /// who share an e-mail address or a telephone often share that too.
  public static func agrees(_ left: String, _ right: String) -> Bool {
    let left = SearchKey.words(left)
    let right = SearchKey.words(right)
    if left.isEmpty || right.isEmpty { return true }
    if Set(left.filter { $0.count > 1 }).intersection(right).count > 1 { return true }
    return left.count <= right.count ? isContained(left, in: right) : isContained(right, in: left)
  }

  /// Whether `short` is a lesser spelling of `long`: each of its words, or its initial, is in `long`, which says more.
  public static func isShorter(_ short: String, than long: String) -> Bool {
    let short = SearchKey.words(short)
    let long = SearchKey.words(long)
    let isLess = short.reduce(0) { $0 + $1.count } < long.reduce(0) { $0 + $1.count }
    return isLess && isContained(short, in: long)
  }

  /// Whether each word of `short` stands for a word of its own in `long`.
  private static func isContained(_ short: [String], in long: [String]) -> Bool {
    var rest = long
    for word in short {
      let match = rest.firstIndex(of: word) ?? rest.firstIndex { isInitial(word, of: $0) || isInitial($0, of: word) }
      guard let match else { return false }
      rest.remove(at: match)
    }
    return true
  }

  private static func isInitial(_ short: String, of long: String) -> Bool { short.count == 1 && long.hasPrefix(short) }
}
