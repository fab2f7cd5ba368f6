import KithCore

/// The dates of address books: ISO, `7/8/1835`, `10.12.1815`, `5 Mar 2024`, `Mar 5, 2024`, with a time or without.
struct DateText {
  /// The year that Outlook and Apple write where only day and month are known.
  static let unknownYear = 1604

  enum Reading: Equatable {
    case date(PartialDate)
    /// Month first was taken, and day first would have been a date too.
    case ambiguous(PartialDate)
    /// What a program writes for no date: `0/0/00`.
    case nothing
    case bad
  }

  /// Whether `7/8` is the 7th of August.
  var isDayFirst = false
  /// The user said so, or the file: nothing is ambiguous then.
  var isSaid = false

  func read(_ text: String) -> Reading {
    let text = TrimmedText.trimmed(text)
    guard text.utf8.count < 40 else { return .bad }
    if let date = PartialDate(text) { return DateText.yearMended(date) }
    let day = DateText.withoutTime(text)
    if let date = PartialDate(day) { return DateText.yearMended(date) }
    let parts = day.utf8.split(whereSeparator: DateText.isSeparator).map { String(decoding: $0, as: UTF8.self) }
    let numbers = parts.compactMap(DateText.number)
    if numbers.count == parts.count, parts.count > 1 {
      if numbers.allSatisfy({ $0 == 0 }) { return .nothing }
      return numeric(numbers, isPointed: day.utf8.contains(UInt8(ascii: ".")), parts)
    }
    return parts.count == 3 ? DateText.worded(parts) : .bad
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Whether only day first makes a date of `7/8`-like text; nil if both ways do, or it is no such text.
  static func isSurelyDayFirst(_ text: String) -> Bool? {
    let parts = TrimmedText.trimmed(text).prefix { $0 != " " }.split(separator: "/").compactMap { number(String($0)) }
    guard parts.count >= 2, parts[0] <= 31, parts[1] <= 31 else { return nil }
    if parts[0] > 12, (1...12).contains(parts[1]) { return true }
    return parts[1] > 12 && (1...12).contains(parts[0]) ? false : nil
  }

  private static func withoutTime(_ text: String) -> String {
    let words = text.split(separator: " ")
    if let first = words.first, words.count > 1, first.utf8.contains(where: { $0 == 0x2f || $0 == 0x2d || $0 == 0x2e })
    {
      return String(first.last == "," ? first.dropLast() : first)
    }
    if text.utf8.count > 10, let mark = text.utf8.firstIndex(of: UInt8(ascii: "T")) { return String(text[..<mark]) }
    return text
  }

  private func numeric(_ numbers: [Int], isPointed: Bool, _ parts: [String]) -> Reading {
    guard numbers.count <= 3 else { return .bad }
    if parts[0].utf8.count == 4 {
      guard numbers.count == 3 else { return .bad }
      return DateText.made(numbers[0], numbers[1], numbers[2])
    }
    let year = numbers.count == 3 ? DateText.fullYear(numbers[2], parts[2].utf8.count) : nil
    let (first, second) = (numbers[0], numbers[1])
    let (monthFirst, dayFirst) = (DateText.made(year, first, second), DateText.made(year, second, first))
    if isPointed || isDayFirst { return dayFirst == .bad ? monthFirst : dayFirst }
    guard case .date(let date) = monthFirst else { return dayFirst }
    return isSaid || first == second || dayFirst == .bad ? monthFirst : .ambiguous(date)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `5 Mar 2024`, `March 5, 2024`.
  private static func worded(_ parts: [String]) -> Reading {
    guard let place = parts.firstIndex(where: { number($0) == nil }), place < 2,
      let month = months.firstIndex(where: { parts[place].lowercased().hasPrefix($0) }),
      let day = number(parts[1 - place]), let year = number(parts[2])
    else { return .bad }
    return made(fullYear(year, parts[2].utf8.count), month + 1, day)
  }

  private static func made(_ year: Int?, _ month: Int, _ day: Int) -> Reading {
    guard month > 0, day > 0 else { return .bad }
    return PartialDate(year: year, month: month, day: day).map(yearMended) ?? .bad
  }

  private static func yearMended(_ date: PartialDate) -> Reading {
    guard date.year == unknownYear, date.month != nil, date.day != nil else { return .date(date) }
    return PartialDate(month: date.month, day: date.day).map { .date($0) } ?? .bad
  }

  /// Two digits are of the last hundred years or so.
  private static func fullYear(_ year: Int, _ digits: Int) -> Int {
    digits > 2 ? year : year < 40 ? 2000 + year : 1900 + year
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
