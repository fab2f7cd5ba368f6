/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CivilDay: Hashable, Sendable, Comparable {
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// Nil unless year, month and day are known.
  public init?(_ date: PartialDate) {
    guard let year = date.year, let month = date.month, let day = date.day else { return nil }
    self.init(year: year, month: month, day: day)
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

  public static func + (day: CivilDay, days: Int) -> CivilDay { CivilDay(daysSince1970: day.daysSince1970 + days) }

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

  public var date: PartialDate {
    let parts = parts
    return PartialDate(year: parts.year, month: parts.month, day: parts.day) ?? PartialDate(year: 1)!
  }
}

extension CivilDay: CustomStringConvertible {
  public var description: String { date.description }
}
