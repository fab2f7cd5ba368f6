/// How much something to do presses, and why: a sum of points, each with what it is for.
///
/// A pure function of its facts, the day and the weights.
public struct DueRank: Hashable, Sendable {
  /// Days since it was due; 0 for what is due today, later, or on no day.
  public let daysLate: Int
  /// The days of the interval, or those within which one follows up.
  public let span: Int
  /// Days since the last touch; nil without an interval.
  public let daysSince: Int?

  // MARK: Points

  public let lateness: Int
  public let act: Int
  public let tie: Int
  public let promise: Int

  public init(_ facts: DueFacts, on today: CivilDay, _ weights: DueWeights = .standard) {
    daysLate = facts.due.map { max(0, DueRank.days(from: $0, to: today)) } ?? 0
    span = facts.every?.approximateDays ?? weights.days
    daysSince = facts.since.map { DueRank.days(from: $0, to: today) }
    lateness = min(weights.latest, daysLate * weights.perSpan / span)
    act = facts.owedBy == .them ? weights.theirs : weights.acts[facts.act] ?? 0
    tie = facts.tie.flatMap { weights.ties[$0] } ?? 0
    promise = facts.hasOpenPromise ? weights.promise : 0
  }

  public var points: Int { lateness + act + tie + promise }

  /// Within the calendar, so that no day is too far from another.
  private static func days(from first: CivilDay, to last: CivilDay) -> Int {
    func within(_ day: CivilDay) -> Int { min(max(day, CivilDay.first), CivilDay.last).daysSince1970 }
    return within(last) - within(first)
  }
}
