import KithCore

/// The dates of anniversaries (RFC 9555 §2.2.2, RFC 9553 §2.8.1).
enum AnniversaryDate {
  /// Nil for what is neither a date nor a point in time: texts, times without a zone, a month or a day alone.
  static func value(ofVCard text: String) -> JSONObject? {
    if let time = UTCTime.text(ofVCard: text), UTCTime.hasZone(text) {
      return JSONObject(["@type": .string("Timestamp"), "utc": .string(time)])
    }
    guard let date = PartialDate(text), date.year != nil || date.month != nil && date.day != nil else { return nil }
    var object = JSONObject()
    for (name, part) in [("year", date.year), ("month", date.month), ("day", date.day)] {
      if let part { object[name] = .number(String(part)) }
    }
    return object
  }

  /// Takes the members that vCard can say; nil, and nothing taken, if they are no date.
  static func takeText(_ object: inout JSONObject) -> String? {
    if let utc = object["utc"]?.string {
      guard let text = UTCTime.vCardText(of: utc) else { return nil }
      object["utc"] = nil
      object.take("@type", ifEqualTo: .string("Timestamp"))
      return text
    }
    let parts = ["year", "month", "day"].map { object[$0]?.int }
    guard let date = date(parts) else { return nil }
    for (name, part) in zip(["year", "month", "day"], parts) where part != nil { object[name] = nil }
    object.take("@type", ifEqualTo: .string("PartialDate"))
    return basic(date)
  }

  private static func date(_ parts: [Int?]) -> PartialDate? {
    if let year = parts[0] { return PartialDate(year: year, month: parts[1], day: parts[2]) }
    guard parts[1] != nil, parts[2] != nil else { return nil }
    return PartialDate(month: parts[1], day: parts[2])
  }

  /// `19850412`, `1985-04`, `--0412`
  private static func basic(_ date: PartialDate) -> String {
    guard date.month != nil, date.day != nil else { return date.description }
    guard date.year != nil else { return "--" + date.description.dropFirst(2).filter { $0 != "-" } }
    return date.description.filter { $0 != "-" }
  }
}
