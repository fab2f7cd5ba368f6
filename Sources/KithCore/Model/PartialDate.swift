/// A calendar date as precise as it is known: `1985`, `1985-04`, `1985-04-12`, `--04`, `--04-12`, `---12`
/// (RFC 6350 §4.3.1, in the extended form).
public struct PartialDate: Hashable, Sendable {
  /// `year * 10000 + month * 100 + day`, 0 for an unknown part.
  private let number: Int32

  public var year: Int? { PartialDate.part(Int(number) / 10000) }
  public var month: Int? { PartialDate.part(Int(number) / 100 % 100) }
  public var day: Int? { PartialDate.part(Int(number) % 100) }

  @inline(__always)
  private static func part(_ value: Int) -> Int? { value == 0 ? nil : value }

  /// Nil if no part is given, a part is out of range, or the day does not exist in that month.
  public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil || day != nil else { return nil }
    guard (1...9999).contains(year ?? 1), (1...12).contains(month ?? 1) else { return nil }
    if year != nil, month == nil, day != nil { return nil }
    if let day {
      let longest = month.map { PartialDate.days(inMonth: $0, of: year ?? 2000) } ?? 31
      guard (1...longest).contains(day) else { return nil }
    }
    number = Int32((year ?? 0) * 10000 + (month ?? 0) * 100 + (day ?? 0))
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether year, month and day are all known.
  public var isComplete: Bool { year != nil && month != nil && day != nil }
}

extension PartialDate: Comparable {
  /// By year, month, day; an unknown part sorts before a known one.
  public static func < (left: PartialDate, right: PartialDate) -> Bool { left.number < right.number }

  /// `year * 10000 + month * 100 + day` with 0 for an unknown part: a number that reads and sorts like the date.
  public var packed: Int { Int(number) }

  public init?(packed: Int) {
    guard packed > 0 else { return nil }
    self.init(
      year: PartialDate.part(packed / 10000), month: PartialDate.part(packed / 100 % 100),
      day: PartialDate.part(packed % 100))
  }
}
