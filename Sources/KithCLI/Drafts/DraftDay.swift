import KithCore

/// A day as a letter says it. Never "yesterday": nobody knows when a draft will be sent.
enum DraftDay {
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  /// A day as near as this is said with its weekday.
  private static let near = 14

  /// "on Friday 20 November", "on 20 October", "in October 2025", "in 2024"; nil where the year is not known.
  static func phrase(_ date: PartialDate?, today: CivilDay) -> String? {
    guard let date, let year = date.year else { return nil }
    guard let month = date.month, months.indices.contains(month - 1) else { return "in \(year)" }
    let words = months[month - 1] + (year == today.date.year ? "" : " \(year)")
    guard let day = CivilDay(date) else { return "in \(words)" }
    let isNear = abs(day.daysSince1970 - today.daysSince1970) <= near
    return "on " + (isNear ? weekdays[day.weekday] + " " : "") + "\(day.parts.day) \(words)"
  }
}
