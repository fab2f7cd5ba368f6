import KithCore
import KithStore

/// What is due, in the order in which it presses.
///
/// The store hands over a bounded number: the follow-ups and the intervals that have been due for longest. The ranking puts
/// these in another order and takes the first; so its time does not grow with the people there are, nor with what is due.
struct Agenda {
  let graph: StoredGraph
  let today: CivilDay

  /// As many of each half are read: with the longest due of both, something pressing is seldom left out.
  private static let fewest = 50

  /// At most `limit` things due on `day` or before, what presses most first.
  func ranked(through day: CivilDay, limit: Int) throws -> [OpenAct] {
    let found = try graph.dueCandidates(through: day, limit: max(limit, Agenda.fewest))
    let acts = found.map { OpenAct($0, today: today) }
    return Array(acts.sorted(by: Agenda.comesBefore).prefix(limit))
  }

  /// Open follow-ups that have no date.
  func undated(limit: Int) throws -> [OpenAct] {
    try graph.undatedFollowUps(limit: limit).compactMap { followUp in
      try graph.summary(of: followUp.entity).map { OpenAct(followUp, $0, today: today) }
    }.sorted(by: Agenda.comesBefore)
  }

  /// More points first, then what was due before, then follow-ups, then by id: the same order every time.
  static func comesBefore(_ left: OpenAct, _ right: OpenAct) -> Bool {
    if left.rank.points != right.rank.points { return left.rank.points > right.rank.points }
    if let one = left.facts.due, let other = right.facts.due, one != other { return one < other }
    let (isTouch, isOtherTouch) = (left.keepInTouch != nil, right.keepInTouch != nil)
    return isTouch == isOtherTouch ? left.id < right.id : !isTouch
  }
}
