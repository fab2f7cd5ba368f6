import ArgumentParser
import KithCore

/// The first day that counts: how far back from today, or a date.
struct SinceArgument: ExpressibleByArgument {
  let day: CivilDay

  init?(argument: String) {
    let today = Invocation.current.today
    if let interval = Interval(argument) {
      self.init(interval, before: today)
    } else if let date = DateWords.parse(argument, today: today), let day = SinceArgument.firstDay(of: date) {
      self.init(day)
    } else {
      return nil
    }
  }

  init(_ day: CivilDay) { self.day = day }

  init(_ interval: Interval, before today: CivilDay) {
    switch interval.unit {
    case .days, .weeks: self.init(today + -interval.approximateDays)
    case .months: self.init(today.adding(months: -interval.count))
    case .years: self.init(today.adding(months: -12 * interval.count))
    }
  }

  /// The first day of a year, a month or a day; nil where the year is not known.
  static func firstDay(of date: PartialDate) -> CivilDay? {
    guard let year = date.year else { return nil }
    return PartialDate(year: year, month: date.month ?? 1, day: date.day ?? 1).flatMap { CivilDay($0) }
  }

  /// The last day of a year, a month or a day; nil where the year is not known.
  static func lastDay(of date: PartialDate) -> CivilDay? {
    guard let year = date.year else { return nil }
    let month = date.month ?? 12
    let day = date.day ?? PartialDate.days(inMonth: month, of: year)
    return PartialDate(year: year, month: month, day: day).flatMap { CivilDay($0) }
  }

  static let help = "3mo, 1y, 6w, 10d, or a date"
}
