/// A span of the calendar as people type it: `10d`, `6w`, `3mo`, `1y`.
public struct Interval: Hashable, Sendable {
  public enum Unit: String, Sendable, CaseIterable {
    case days = "d"
    case weeks = "w"
    case months = "mo"
    case years = "y"

    /// Of a year of 365 days and a month of 30.
    fileprivate var days: Int {
      switch self {
      case .days: 1
      case .weeks: 7
      case .months: 30
      case .years: 365
      }
    }
  }

  /// At least 1.
  public let count: Int
  public let unit: Unit

  /// Nil below one day and above a hundred years.
  public init?(_ count: Int, _ unit: Unit) {
    guard count > 0, count <= Interval.longest / unit.days else { return nil }
    self.count = count
    self.unit = unit
  }

  private static let longest = 36_500

  /// Reads a whole number and a unit with nothing between; upper and lower case are the same.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard let count = Int(String(text.prefix(digits.count))) else { return nil }
    guard let unit = Unit(rawValue: text.dropFirst(digits.count).lowercased()) else { return nil }
    self.init(count, unit)
  }

  /// How many days that is, by and large.
  public var approximateDays: Int { count * unit.days }

  /// The day one interval after `day`. By months and years it is the same day of the month, or the last of a shorter one.
  public func after(_ day: CivilDay) -> CivilDay {
    switch unit {
    case .days, .weeks: day + count * unit.days
    case .months: day.adding(months: count)
    case .years: day.adding(months: count * 12)
    }
  }
}

extension Interval: CustomStringConvertible {
  public var description: String { "\(count)\(unit.rawValue)" }
}
