/// Whether two spellings may name one person.
public enum NameMatch {
  /// True if they share a word of two letters or more, or one's words are the other's initials.
  public static func agrees(_ left: String, _ right: String) -> Bool {
    let left = SearchKey.words(left)
    let right = SearchKey.words(right)
    if left.isEmpty || right.isEmpty { return true }
    if !Set(left.filter { $0.count > 1 }).isDisjoint(with: right) { return true }
    return isInitials(left, of: right) || isInitials(right, of: left)
  }

  private static func isInitials(_ short: [String], of long: [String]) -> Bool {
    short.count == long.count && zip(short, long).allSatisfy { $1.hasPrefix($0) }
  }
}
