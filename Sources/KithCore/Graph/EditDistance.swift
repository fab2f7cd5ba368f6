/// How many letters must be inserted, deleted, replaced or swapped with their neighbour (optimal string alignment).
public enum EditDistance {
  /// Nil if more than `limit`.
  public static func between(_ left: String, _ right: String, atMost limit: Int) -> Int? {
    distance(Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)), atMost: limit)
  }

  /// The same between bytes, of which letters beyond ASCII have several.
  static func between(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    return distance(Array(left.prefix(64)), Array(right.prefix(64)), atMost: limit)
  }

  private static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var best = min(above[column] + (same ? 0 : 1), above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      (before, above) = (above, current)
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }
}
