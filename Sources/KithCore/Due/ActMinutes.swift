/// How long an act takes, by and large, and what fits into the time there is.
public struct ActMinutes: Hashable, Sendable {
  public var minutes: [FollowUp.Act: Int]
  /// To remind somebody of what they owe you.
  public var theirs: Int

  public init(_ minutes: [FollowUp.Act: Int], theirs: Int) {
    self.minutes = minutes
    self.theirs = theirs
  }

  public static let standard = ActMinutes(
    [
      .thank: 10, .askFeedback: 10, .tellNews: 5, .reportBack: 10, .keepInTouch: 10, .tryAgain: 20, .followUp: 10,
      .renew: 5, .keepPromise: 20,
    ], theirs: 5)

  public func of(_ act: FollowUp.Act, owedBy: FollowUp.Party = .me) -> Int {
    owedBy == .them ? theirs : minutes[act] ?? 10
  }

  /// The first of `items`, and then each next one that fits into what is left of `total` minutes.
  public func fitting<Item>(_ items: some Sequence<Item>, into total: Int, _ facts: (Item) -> DueFacts) -> [Item] {
    var left = total
    return items.filter { item in
      let facts = facts(item)
      let needed = of(facts.act, owedBy: facts.owedBy)
      guard needed <= left else { return false }
      left -= needed
      return true
    }
  }
}
