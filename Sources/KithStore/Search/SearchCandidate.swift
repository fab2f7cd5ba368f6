import KithCore

/// A record that may be shown, and how well it fits.
struct SearchCandidate {
  let row: Int64
  let summary: EntitySummary
  let rank: Rank
  /// The best place of each word, in their order.
  let finds: [SearchFind]
  var lastTouch = 0

  /// The weakest word counts first, then all of them, then how early in the name the first one stands.
  struct Rank: Comparable {
    let weakest: Int
    let sum: Int

    static func < (left: Rank, right: Rank) -> Bool { (left.weakest, left.sum) < (right.weakest, right.sum) }

    static let wholeName = Rank(weakest: 0, sum: 0)
    /// The words of the name in another order.
    static let wholeNameTurned = Rank(weakest: 0, sum: 1)
  }

  /// Better fits first; of those alike whom something happened with last, then whose name begins so, then the newest.
  static func precedes(_ left: SearchCandidate, _ right: SearchCandidate) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.lastTouch != right.lastTouch { return left.lastTouch > right.lastTouch }
    let (first, second) = (left.finds.first?.position ?? 0, right.finds.first?.position ?? 0)
    return first != second ? first < second : left.row > right.row
  }
}

/// Where one word was found.
struct SearchFind {
  let field: SearchField
  let match: SearchWord.Match
  /// The whole text.
  let text: String
  /// Which token of the name.
  var position = 0
  var isPast = false
  var date: PartialDate?
  var channel: String?

  var score: Int { field.rank * 2 + match.rawValue }

  func reason(for word: SearchWord) -> SearchReason {
    let isLong = field == .note || field == .interaction
    return SearchReason(
      field: field, text: isLong ? SearchSnippet.of(text, round: word) : text, isPast: isPast, date: date,
      channel: channel)
  }
}
