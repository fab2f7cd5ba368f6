import KithCore

/// How many acts fell into each week, Monday to Sunday, from one day to another.
struct WeekCounts {
  private(set) var counts: [Int]
  private let first: CivilDay
  private let last: CivilDay

  init(from first: CivilDay, through last: CivilDay) {
    self.first = first
    self.last = last
    counts = Array(repeating: 0, count: max(1, WeekCounts.week(of: last) - WeekCounts.week(of: first) + 1))
  }

  /// Weeks since the one that holds 1970-01-01.
  private static func week(of day: CivilDay) -> Int { ((day + 3).daysSince1970 / 7) - (day.daysSince1970 < -3 ? 1 : 0) }

  mutating func add(_ day: CivilDay) {
    guard day >= first, day <= last else { return }
    counts[WeekCounts.week(of: day) - WeekCounts.week(of: first)] += 1
  }

  /// Weeks in a row with at least one act, up to this one; a week that is not over yet breaks nothing.
  var inARow: Int {
    let weeks = counts.last == 0 ? counts.dropLast() : counts[...]
    return weeks.reversed().prefix { $0 > 0 }.count
  }

  /// A bar for each week: ▁ to █, a dot for none.
  var sparkline: String {
    let most = counts.max() ?? 0
    guard most > 0 else { return "" }
    let bars = Array("·▁▂▃▄▅▆▇█")
    return String(counts.map { bars[$0 == 0 ? 0 : 1 + ($0 * 7) / most] })
  }
}
