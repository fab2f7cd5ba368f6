import KithCore

/// Dates as people type them: `today`, `yesterday`, `-3d`, `2w`, `fri`, `2026-11-02`, `2026-11`.
enum DateWords {
  /// Which way a weekday without more points.
  enum Direction { case past, future }

  private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  static func parse(_ text: String, today: CivilDay, _ direction: Direction = .past) -> PartialDate? {
    let word = SearchKey.fold(text)
    switch word {
    case "today", "now": return today.date
    case "yesterday": return (today + -1).date
    case "tomorrow": return (today + 1).date
    default: break
    }
    if let weekday = weekdays.firstIndex(where: { word == $0 || (word.hasPrefix($0) && word.hasSuffix("day")) }) {
      return nearest(weekday, to: today, direction).date
    }
    return PartialDate(text) ?? offset(word, from: today)
  }

  private static func nearest(_ weekday: Int, to today: CivilDay, _ direction: Direction) -> CivilDay {
    switch direction {
    case .past: today + -((today.weekday - weekday + 7) % 7)
    case .future: today + (weekday - today.weekday + 7) % 7
    }
  }

  /// `-3d`, `2w`, `+1m`, `1y`.
  private static func offset(_ word: String, from today: CivilDay) -> PartialDate? {
    guard let unit = word.last, let count = Int(word.dropLast()), abs(count) < 100_000 else { return nil }
    switch unit {
    case "d": return (today + count).date
    case "w": return (today + count * 7).date
    case "m": return adding(months: count, to: today)
    case "y": return adding(months: count * 12, to: today)
    default: return nil
    }
  }

  /// The same day of another month, or its last day.
  private static func adding(months: Int, to today: CivilDay) -> PartialDate? {
    let parts = today.parts
    let month = parts.year * 12 + parts.month - 1 + months
    guard month >= 12 else { return nil }
    let (year, index) = (month / 12, month % 12 + 1)
    return PartialDate(year: year, month: index, day: min(parts.day, PartialDate.days(inMonth: index, of: year)))
  }
}
