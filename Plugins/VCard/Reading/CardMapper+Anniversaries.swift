import KithCore

extension CardMapper {
  /// A date that is none, or has a time, is kept as it came.
  mutating func takeAnniversary(_ property: RawProperty) {
    if property.kind == .anniversary, isCopy(property) { return }
    let set = set(of: property)
    guard set.valueType != "text" || property.kind == .labelledDate,
      let date = DateValue.date(ASCII.trimmed(value(property)), omittedYear: set["X-APPLE-OMIT-YEAR"])
    else {
      return keepUnread(property, set)
    }
    let known: Set = set.valueType == "date" ? ["X-APPLE-OMIT-YEAR", "VALUE"] : ["X-APPLE-OMIT-YEAR"]
    let details = details(of: property, set, except: set.others.isEmpty ? [] : known)
    var anniversary = Anniversary(CardMapper.kind(of: property), on: date, details: details)
    if anniversary.kind == .other, anniversary.details.label == "Anniversary" {
      anniversary.kind = .wedding
      anniversary.details.label = nil
    }
    if property.kind != .birthday, anniversary.kind != .other {
      keepSourceName(of: property) { SourceName.texts(of: anniversary) }
    }
    if anniversary.kind != .wedding || !isThere(anniversary) { entity.anniversaries.append(anniversary) }
  }

  /// Writers give the day twice: once for Apple, once for everybody else. What only the second says is taken over.
  private mutating func isThere(_ wedding: Anniversary) -> Bool {
    let index = entity.anniversaries.indices.prefix(64).first {
      entity.anniversaries[$0].kind == .wedding && entity.anniversaries[$0].date == wedding.date
    }
    guard let index else { return false }
    var details = wedding.details
    let group = entity.anniversaries[index].details.group ?? details.group
    (details.group, details.label) = (nil, nil)
    var known = entity.anniversaries[index].details
    known.group = nil
    if details.isEmpty || details == known { return true }
    guard known.isEmpty else { return false }
    details.group = group
    entity.anniversaries[index].details = details
    return true
  }

  private mutating func keepUnread(_ property: RawProperty, _ set: ParameterSet) {
    if property.value.count == 0 { return }
    keep(property)
    if set.valueType != "text", !DateValue.isDateOrTime(ASCII.trimmed(value(property))) {
      warn("no-date", property, "is no date and was kept as it came")
    }
  }

  private static func kind(of property: RawProperty) -> Anniversary.Kind {
    switch property.kind {
    case .birthday: .birth
    case .deathDate: .death
    case .anniversary: .wedding
    default: .other
    }
  }
}
