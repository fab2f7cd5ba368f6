/// How far a text is from another one while it is read letter by letter (optimal string alignment), so that one may stop
/// where no way leads back.
struct EditWalk {
  private let target: [Unicode.Scalar]
  private let limit: Int
  private var before: [Int] = []
  private var above: [Int]
  private var last: Unicode.Scalar?

  init(to target: String, atMost limit: Int) {
    self.target = Array(target.unicodeScalars.prefix(64))
    self.limit = limit
    above = Array(0...self.target.count)
  }

  /// The shortest beginning of `text` after which nothing is near; nil if there is none.
  mutating func deadEnd(of text: String) -> String? {
    var read = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      read.append(scalar)
      step(scalar)
      // A swap reaches back over two letters.
      if min(above.min() ?? 0, (before.min() ?? 0) + 1) > limit { return String(read) }
    }
    return nil
  }

  /// The distance of what was read; nil if more than the limit.
  var distance: Int? { above.last.flatMap { $0 <= limit ? $0 : nil } }

  private mutating func step(_ scalar: Unicode.Scalar) {
    var current = [(above.first ?? 0) + 1]
    for column in target.indices {
      var best = min(above[column] + (target[column] == scalar ? 0 : 1), above[column + 1] + 1, current[column] + 1)
      if column > 0, !before.isEmpty, target[column] == last, target[column - 1] == scalar {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    (before, above, last) = (above, current, scalar)
  }
}
