import KithCore

/// Points in time: `20220930T143510Z` in vCard (RFC 6350 §4.3.5), `2022-09-30T14:35:10Z` in JSContact (RFC 9553
/// §1.4.5).
enum UTCTime {
  /// Nil unless date and time are complete to the second.
  static func text(ofVCard text: String) -> String? { isComplete(text) ? Timestamp(text)?.description : nil }

  /// Fractions of a second are left out: vCard has none.
  static func vCardText(of text: String) -> String? {
    guard isComplete(text), let time = Timestamp(text) else { return nil }
    return time.description.filter { $0 != "-" && $0 != ":" }
  }

  /// Whether a time says how far it is from Greenwich.
  static func hasZone(_ text: String) -> Bool {
    guard let mark = text.firstIndex(of: "T") else { return false }
    return text[mark...].contains { $0 == "Z" || $0 == "+" || $0 == "-" }
  }

  private static func isComplete(_ text: String) -> Bool {
    guard text.utf8.count <= 40, let mark = text.firstIndex(of: "T") else { return false }
    let time = text[text.index(after: mark)...].prefix { $0 != "Z" && $0 != "+" && $0 != "-" && $0 != "." }
    return text[..<mark].count { $0 != "-" } == 8 && time.count { $0 != ":" } == 6
  }
}
