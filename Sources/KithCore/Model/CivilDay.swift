/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CivilDay: Hashable, Sendable, Comparable {
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// Nil unless year, month and day are known.
  public init?(_ date: PartialDate) {
    guard let year = date.year, let month = date.month, let day = date.day else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a complete date such as `2026-11-02`.
  public init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text) else { return nil }
    self.init(date)
  }

  /// Counts in years that begin in March, so that the leap day comes last.
  private init(year: Int, month: Int, day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    daysSince1970 = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.daysSince1970 < right.daysSince1970 }

  /// The first and the last day that a ``PartialDate`` can say.
  static let first = CivilDay(daysSince1970: -719_162)
  static let last = CivilDay(daysSince1970: 2_932_896)

  /// Years end with 9999: a day far beyond the last is the last, one far before the first is the first.
  public static func + (day: CivilDay, days: Int) -> CivilDay {
    let (sum, isTooFar) = day.daysSince1970.addingReportingOverflow(days)
    if isTooFar { return days < 0 ? first : last }
    return CivilDay(daysSince1970: sum)
  }

  /// The same day `months` later, or earlier where negative; the last of its month where that is shorter.
  public func adding(months: Int) -> CivilDay {
    let from = min(max(self, CivilDay.first), CivilDay.last).parts
    let (sum, isTooFar) = (from.year * 12 + from.month - 1).addingReportingOverflow(months)
    guard !isTooFar, sum >= 12, sum < 120_000 else { return months < 0 ? CivilDay.first : CivilDay.last }
    let (year, month) = (sum / 12, sum % 12 + 1)
    return CivilDay(year: year, month: month, day: min(from.day, PartialDate.days(inMonth: month, of: year)))
  }

  /// 0 is Sunday, 6 is Saturday.
  public var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The day as a complete date; the nearest one that there is for a day before year 1 or after year 9999.
  public var date: PartialDate {
    let parts = min(max(self, CivilDay.first), CivilDay.last).parts
    return PartialDate(year: parts.year, month: parts.month, day: parts.day) ?? PartialDate(year: 1)!
  }
}

extension CivilDay: CustomStringConvertible {
  public var description: String { date.description }
}
