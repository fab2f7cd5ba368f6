/// A calendar date as precise as it is known: `1985`, `1985-04`, `1985-04-12`, `--04`, `--04-12`, `---12`
/// (RFC 6350 §4.3.1, in the extended form).
public struct PartialDate: Hashable, Sendable {
  public let year: Int?
  public let month: Int?
  public let day: Int?

  /// Nil if no part is given, a part is out of range, or the day does not exist in that month.
  public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil || day != nil else { return nil }
    guard (1...9999).contains(year ?? 1), (1...12).contains(month ?? 1) else { return nil }
    if year != nil, month == nil, day != nil { return nil }
    if let day {
      let longest = month.map { PartialDate.days(inMonth: $0, of: year ?? 2000) } ?? 31
      guard (1...longest).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
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
  public static func < (left: PartialDate, right: PartialDate) -> Bool { left.packed < right.packed }

  /// `year * 10000 + month * 100 + day` with 0 for an unknown part: a number that reads and sorts like the date.
  public var packed: Int { (year ?? 0) * 10000 + (month ?? 0) * 100 + (day ?? 0) }

  public init?(packed: Int) {
    func part(_ value: Int) -> Int? { value == 0 ? nil : value }
    guard packed > 0 else { return nil }
    self.init(year: part(packed / 10000), month: part(packed / 100 % 100), day: part(packed % 100))
  }
}

extension PartialDate: CustomStringConvertible {
  /// Reads the extended and the basic form (`1985-04-12`, `19850412`, `--0412`, `1985-04`), nothing else.
  public init?(_ text: some StringProtocol) {
    var digits = Array(text.utf8)
    var dashes = 0
    while dashes < digits.count, digits[dashes] == UInt8(ascii: "-") { dashes += 1 }
    digits.removeFirst(dashes)
    let groups = digits.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let numbers = PartialDate.numbers(groups) else { return nil }
    switch (dashes, groups.map(\.count)) {
    case (0, [4]): self.init(year: numbers[0])
    case (0, [4, 2]): self.init(year: numbers[0], month: numbers[1])
    case (0, [4, 2, 2]): self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case (0, [8]): self.init(year: numbers[0] / 10000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    case (2, [2]): self.init(month: numbers[0])
    case (2, [2, 2]): self.init(month: numbers[0], day: numbers[1])
    case (2, [4]): self.init(month: numbers[0] / 100, day: numbers[0] % 100)
    case (3, [2]): self.init(day: numbers[0])
    default: return nil
    }
  }

  private static func numbers(_ groups: [ArraySlice<UInt8>]) -> [Int]? {
    var numbers: [Int] = []
    for group in groups {
      guard group.allSatisfy({ (0x30...0x39).contains($0) }), !group.isEmpty, group.count <= 8 else { return nil }
      numbers.append(group.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers
  }

  /// The extended form.
  public var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    func four(_ value: Int) -> String { String(repeating: "0", count: max(0, 4 - "\(value)".count)) + "\(value)" }
    switch (year, month, day) {
    case (let year?, let month?, let day?): return "\(four(year))-\(two(month))-\(two(day))"
    case (let year?, let month?, nil): return "\(four(year))-\(two(month))"
    case (let year?, nil, _): return four(year)
    case (nil, let month?, let day?): return "--\(two(month))-\(two(day))"
    case (nil, let month?, nil): return "--\(two(month))"
    case (nil, nil, let day): return "---\(two(day ?? 0))"
    }
  }
}
