import KithCore

/// Dates and times as vCard writes them (RFC 6350 §4.3, RFC 2426 §4).
enum DateValue {
  /// A date alone, in the basic or the extended form; nil for a time, a text, or a date that does not exist.
  /// - Parameter omittedYear: the year that stands for none (`X-APPLE-OMIT-YEAR`).
  static func date(_ bytes: UnsafeBufferPointer<UInt8>, omittedYear: String?) -> PartialDate? {
    guard let date = plainDate(bytes) ?? PartialDate(ByteText.unescaped(bytes)) else { return nil }
    guard let omittedYear, let year = Int(omittedYear), date.year == year else { return date }
    return PartialDate(month: date.month, day: date.day)
  }

  /// Whether it is a `date-and-or-time` of RFC 6350 §4.3.4 at all: some have no place in the model.
  static func isDateOrTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 40, !bytes.isEmpty else { return false }
    let text = ByteText.unescaped(bytes)
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else { return isDay(text) }
    let (date, time) = (text[..<mark], text[text.index(after: mark)...])
    return (date.isEmpty || isDay(String(date))) && isTime(time)
  }

  /// A date, or a day of any month.
  private static func isDay(_ text: String) -> Bool {
    if PartialDate(text) != nil { return true }
    return text.utf8.count == 5 && text.hasPrefix("---") && (1...31).contains(Int(text.dropFirst(3)) ?? 0)
  }

  private static func isTime(_ text: Substring) -> Bool {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-:.,Zz".utf8.contains($0) }) else { return false }
    let hour = Int(text.prefix(2)) ?? 0
    return !text.isEmpty && hour < 25
  }

  private static func plainDate(_ bytes: UnsafeBufferPointer<UInt8>) -> PartialDate? {
    let isExtended = bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
    guard isExtended || bytes.count == 8, let century = two(bytes, 0), let years = two(bytes, 2),
      let month = two(bytes, isExtended ? 5 : 4), let day = two(bytes, isExtended ? 8 : 6)
    else { return nil }
    return PartialDate(year: century * 100 + years, month: month, day: day)
  }

  /// `20261102T093000Z`, `2026-11-02T09:30:00Z`, or any other form of a timestamp.
  static func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    let bytes = ASCII.trimmed(bytes)
    if let fast = plainTimestamp(bytes) { return fast }
    return bytes.count <= 40 ? Timestamp(ByteText.unescaped(bytes)) : nil
  }

  private static func plainTimestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard bytes.count == 16 || bytes.count == 20, bytes[bytes.count - 1] == UInt8(ascii: "Z") else { return nil }
    let positions = bytes.count == 16 ? (4, 6, 8, 9, 11, 13) : (5, 8, 10, 11, 14, 17)
    guard bytes[positions.2] == UInt8(ascii: "T"),
      let century = two(bytes, 0), let years = two(bytes, 2), let month = two(bytes, positions.0),
      let day = two(bytes, positions.1), let hour = two(bytes, positions.3), let minute = two(bytes, positions.4),
      let second = two(bytes, positions.5), hour < 24, minute < 60, second < 61,
      let date = PartialDate(year: century * 100 + years, month: month, day: day), let civil = CivilDay(date)
    else { return nil }
    return Timestamp(secondsSince1970: civil.daysSince1970 * 86400 + hour * 3600 + minute * 60 + second)
  }

  private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let (tens, ones) = (bytes[index] &- 0x30, bytes[index + 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  /// The basic form of 4.0: `19850412`, `1985-04`, `--0412`.
  static func basic(_ date: PartialDate) -> String {
    guard date.month != nil, date.day != nil else { return date.description }
    return date.year == nil
      ? "--" + date.description.dropFirst(2).filter { $0 != "-" } : date.description.filter { $0 != "-" }
  }
}
