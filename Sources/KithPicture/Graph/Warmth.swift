import KithCore

/// How long ago you and a person last had to do with each other.
public enum Warmth: Int, Sendable, CaseIterable {
  case month, quarter, year, longer, never

  /// - Parameter last: the day of the last interaction, the first that it may have been.
  public init(last: CivilDay?, today: CivilDay) {
    guard let last else {
      self = .never
      return
    }
    switch today.daysSince1970 - last.daysSince1970 {
    case ...31: self = .month
    case ...92: self = .quarter
    case ...366: self = .year
    default: self = .longer
    }
  }

  var words: String {
    switch self {
    case .month: "in touch within a month"
    case .quarter: "within three months"
    case .year: "within a year"
    case .longer: "longer ago"
    case .never: "never noted"
    }
  }
}
