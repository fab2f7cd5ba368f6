import KithCore

/// Dates and times as RFC 5545 §3.3.4 and §3.3.5 write them.
enum CalendarText {
  /// `20261102`
  static func day(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }

  /// `20261102T093000Z`
  static func moment(_ moment: Timestamp) -> String { moment.description.filter { $0 != "-" && $0 != ":" } }

  /// Noon in Greenwich: the same day of the calendar from Honolulu to Sydney.
  static func noon(of day: CivilDay) -> Timestamp {
    let (seconds, isTooFar) = day.daysSince1970.multipliedReportingOverflow(by: 86_400)
    return Timestamp(secondsSince1970: isTooFar ? 0 : seconds + 43_200)
  }
}
