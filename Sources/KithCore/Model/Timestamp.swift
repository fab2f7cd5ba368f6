/// A moment in UTC, to the second (RFC 3339).
public struct Timestamp: Hashable, Sendable, Comparable {
  public var secondsSince1970: Int

  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2026-11-02T09:30:00Z`
  public var description: String {
    let days = (secondsSince1970 >= 0 ? secondsSince1970 : secondsSince1970 - 86399) / 86400
    let second = secondsSince1970 - days * 86400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day = CivilDay(daysSince1970: days)
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// Reads `2026-11-02T09:30:00Z`, the basic form `20261102T093000Z`, a numeric offset, or a date alone.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let first = parts.first, let date = PartialDate(first), let day = CivilDay(date) else { return nil }
    var seconds = day.daysSince1970 * 86400
    if parts.count == 2 {
      guard let time = Timestamp.secondsOfDay(parts[1]) else { return nil }
      seconds += time
    }
    self.init(secondsSince1970: seconds)
  }

  private static func secondsOfDay(_ text: Substring) -> Int? {
    let zone = text.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? text.endIndex
    let clock = text[..<zone].prefix { $0 != "." }.filter { $0 != ":" }
    guard clock.count == 6 || clock.count == 4, let number = Int(clock) else { return nil }
    let full = clock.count == 4 ? number * 100 : number
    guard full / 10000 < 24, full / 100 % 100 < 60, full % 100 < 61 else { return nil }
    let seconds = full / 10000 * 3600 + full / 100 % 100 * 60 + full % 100
    let offset = text[zone...].filter { $0 != ":" }
    guard offset.count > 1 else { return seconds }
    guard let hours = Int(offset.dropFirst()) else { return nil }
    let minutes = offset.count > 3 ? hours / 100 * 60 + hours % 100 : hours * 60
    return seconds - (offset.first == "-" ? -1 : 1) * minutes * 60
  }
}
