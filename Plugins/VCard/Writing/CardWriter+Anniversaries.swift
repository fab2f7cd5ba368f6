import KithCore

extension CardWriter {
  func writeAnniversaries(_ entity: Entity) throws {
    for anniversary in entity.anniversaries {
      try writeAndroidEvent(anniversary)
      switch anniversary.kind {
      case .birth: try write(anniversary, "BDAY", of: entity)
      case .death: try write(anniversary, version == .v4 ? "DEATHDATE" : "X-DEATHDATE", of: entity)
      case .wedding: try writeWedding(anniversary, of: entity)
      case .other: try write(anniversary, "X-ABDATE", of: entity)
      }
    }
  }

  /// In 3.0 once for most programs and once for Apple's.
  private func writeWedding(_ anniversary: Anniversary, of entity: Entity) throws {
    try write(anniversary, version == .v4 ? "ANNIVERSARY" : "X-ANNIVERSARY", of: entity)
    guard version != .v4 else { return }
    let details = ContactDetails(label: "Anniversary")
    try write(Anniversary(.other, on: anniversary.date, details: details), "X-ABDATE", of: entity)
  }

  private func write(_ anniversary: Anniversary, _ name: StaticString, of entity: Entity) throws {
    let group = putGroup(anniversary.details, of: entity)
    out.put(name)
    putParameters(anniversary.details)
    putDate(anniversary.date)
    try endLine(anniversary.details, in: group)
  }

  /// A day without a year is in 1604 for 2.1 and 3.0, and a parameter says so.
  private func putDate(_ date: PartialDate) {
    if let month = date.month, let day = date.day, date.year != nil || version != .v4 {
      if date.year == nil { out.put(";X-APPLE-OMIT-YEAR=1604") }
      out.beginValue()
      putDay(date.year ?? 1604, month, day)
    } else {
      out.beginValue()
      out.put(raw: version == .v4 ? DateValue.basic(date) : date.description)
    }
  }

  private func putDay(_ year: Int, _ month: Int, _ day: Int) {
    out.put(number: year, width: 4)
    if version == .v3 { out.put(UInt8(ascii: "-")) }
    out.put(number: month, width: 2)
    if version == .v3 { out.put(UInt8(ascii: "-")) }
    out.put(number: day, width: 2)
  }
}
