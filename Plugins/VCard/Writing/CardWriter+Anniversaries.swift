import KithCore

extension CardWriter {
  func writeAnniversaries(_ entity: Entity) throws {
    for anniversary in entity.anniversaries {
      try writeAndroidEvent(anniversary)
      switch anniversary.kind {
      case .birth: try write(anniversary, "BDAY", of: entity)
      case .death: try write(anniversary, sourceName(of: anniversary) ?? deathName, of: entity)
      case .wedding: try writeWedding(anniversary, of: entity)
      case .other: try write(anniversary, "X-ABDATE", of: entity)
      }
    }
  }

  private var deathName: String { version == .v4 ? "DEATHDATE" : "X-DEATHDATE" }

  /// In 2.1 and 3.0 once for most programs and once for Apple's, which has the group.
  private func writeWedding(_ anniversary: Anniversary, of entity: Entity) throws {
    var labelled = anniversary
    labelled.kind = .other
    labelled.details.label = "Anniversary"
    var plain = anniversary
    if version != .v4 { plain.details.group = nil }
    var name = sourceName(of: anniversary)
    if name == "X-ABDATE" { return try write(labelled, "X-ABDATE", of: entity) }
    repeat {
      try write(plain, name ?? (version == .v4 ? "ANNIVERSARY" : "X-ANNIVERSARY"), of: entity)
      name = sourceName(of: anniversary)
    } while name != nil
    if version != .v4 { try write(labelled, "X-ABDATE", of: entity) }
  }

  /// The name under which the date came, where it is not the usual one of this version.
  private func sourceName(of anniversary: Anniversary) -> String? {
    if extras.isEmpty { return nil }
    for name in SourceName.dates {
      guard extras.take(name, of: SourceName.texts(of: anniversary)) != nil else { continue }
      // A name for 4.0 alone where it is its own.
      if version != .v4 || !SourceName.privateDates.contains(name) { return name }
    }
    return nil
  }

  private func write(_ anniversary: Anniversary, _ name: String, of entity: Entity) throws {
    let group = putGroup(anniversary.details, of: entity)
    out.put(name: name)
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
