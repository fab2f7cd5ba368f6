import KithCore

/// The dates of LinkedIn's exports.
enum LinkedInDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// `05 Mar 2024`; of 2017, `1/31/18, 10:15 AM`; and `2024-03-05`.
  static func parse(_ text: String) -> PartialDate? {
    guard text.utf8.count < 40 else { return nil }
    let words = text.split(separator: " ")
    if words.count == 3, let month = months.firstIndex(of: words[1].lowercased()) {
      guard let day = number(words[0]), let year = number(words[2]) else { return nil }
      return PartialDate(year: year, month: month + 1, day: day)
    }
    let parts = text.prefix { $0 != "," && $0 != " " }.split(separator: "/")
    if parts.count == 3 {
      guard let month = number(parts[0]), let day = number(parts[1]), let year = number(parts[2]) else { return nil }
      return PartialDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }
    return PartialDate(text)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
  }
}
