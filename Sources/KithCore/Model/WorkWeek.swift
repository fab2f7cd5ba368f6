/// Which days of a week are worked on.
public struct WorkWeek: Hashable, Sendable {
  /// In days of ``CivilDay/weekday``: 0 is Sunday, 6 is Saturday.
  public let weekend: Set<Int>

  /// Nil unless a day is left to work on, and every number is a weekday's.
  public init?(weekend: Set<Int>) {
    guard weekend.count < 7, weekend.allSatisfy({ (0...6).contains($0) }) else { return nil }
    self.weekend = weekend
  }

  private init() { weekend = [6, 0] }

  /// Saturday and Sunday are free.
  public static let standard = WorkWeek()

  public func works(on day: CivilDay) -> Bool { !weekend.contains(day.weekday) }

  /// The first working day after `day`.
  public func day(after day: CivilDay) -> CivilDay { self.day(1, after: day) }

  /// The `count`th working day after `day`, which itself counts as none; `day` where `count` is not positive.
  public func day(_ count: Int, after day: CivilDay) -> CivilDay {
    guard count > 0 else { return day }
    let (weeks, rest) = (count - 1).quotientAndRemainder(dividingBy: 7 - weekend.count)
    var found = day
    for _ in 0...rest {
      repeat { found = found + 1 } while !works(on: found)
    }
    let (days, isTooFar) = weeks.multipliedReportingOverflow(by: 7)
    return isTooFar ? .last : found + days
  }
}
