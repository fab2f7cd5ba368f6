/// Two records of one person or company as one: what there can be several of is kept from both, what there can be one of
/// is the survivor's, and what it displaces is kept beside it.
public struct EntityJoin: Sendable {
  /// One field: what each of the two says, and what both say together.
  public struct Row: Sendable, Equatable {
    public let field: String
    public let survivor: String
    public let other: String
    public let result: String
  }

  public private(set) var result: Entity
  /// What was said of one only where there can be one, in words.
  public private(set) var displaced: [String] = []
  let survivor: Entity
  let other: Entity

  public init(_ survivor: Entity, _ other: Entity) {
    result = survivor
    self.survivor = survivor
    self.other = other
    joinNames()
    joinContactPoints()
    joinDates()
    joinRest()
    joinIdentifiers()
  }

  // MARK: Names

  private mutating func joinNames() {
    result.personName = survivor.personName ?? (other.name == survivor.name ? other.personName : nil)
    if let mine = result.personName, let theirs = other.personName, EntityJoin.isSame(mine, theirs) {
      result.personName = theirs.updated(by: mine)
    }
    addSpelling(other.name)
    if let parts = other.personName, SearchKey.words(parts.formatted) != SearchKey.words(other.name) {
      addSpelling(parts.formatted)
    }
    for nickname in other.nicknames { addSpelling(nickname) }
  }

  private static func isSame(_ one: PersonName, _ other: PersonName) -> Bool {
    func key(_ name: PersonName) -> [String] { SearchKey.words((name.given + name.family).joined(separator: " ")) }
    return key(one) == key(other)
  }

  /// Upper and lower case make no other name.
  private mutating func addSpelling(_ text: String) {
    let known = [result.name] + result.nicknames
    if !text.isEmpty, !known.contains(where: { $0.lowercased() == text.lowercased() }) { result.nicknames.append(text) }
  }

  // MARK: Contact points

  private mutating func joinContactPoints() {
    result.emails = EntityJoin.union(survivor.emails, other.emails, details: \.details) {
      SearchKey.email($0.address)
    }
    result.phones = EntityJoin.union(survivor.phones, other.phones, details: \.details) { phone in
      PhoneKey(phone.number).map { "\($0.country) \(String(decoding: $0.digits, as: UTF8.self))" } ?? phone.number
    }
    result.links = EntityJoin.union(survivor.links, other.links, details: \.details) { SearchKey.link($0.url) }
    result.onlineServices = EntityJoin.union(survivor.onlineServices, other.onlineServices, details: \.details) {
      [$0.service.map(SearchKey.fold), $0.uri, $0.user]
    }
    result.addresses = EntityJoin.union(survivor.addresses, other.addresses)
  }

  /// Both lists, the survivor's first; what means the same is there once, unless it is said to belong in two places.
  private static func union<Value: Hashable, Key: Hashable>(
    _ mine: [Value], _ theirs: [Value], details: WritableKeyPath<Value, ContactDetails>, key: (Value) -> Key
  ) -> [Value] {
    var joined = mine
    var places: [Key: Int] = [:]
    for (position, value) in mine.enumerated() where places[key(value)] == nil { places[key(value)] = position }
    var present = Set(mine)
    for value in theirs where present.insert(value).inserted {
      if let position = places[key(value)],
        let both = joined[position][keyPath: details].joined(value[keyPath: details])
      {
        joined[position][keyPath: details] = both
      } else {
        places[key(value)] = places[key(value)] ?? joined.count
        joined.append(value)
      }
    }
    return joined
  }

  private static func union<Value: Hashable>(_ mine: [Value], _ theirs: [Value]) -> [Value] {
    var present = Set(mine)
    return mine + theirs.filter { present.insert($0).inserted }
  }

  // MARK: Dates

  private mutating func joinDates() {
    for date in other.anniversaries where !result.anniversaries.contains(date) { join(date) }
    if survivor.period.isEmpty {
      result.period = other.period
    } else if !other.period.isEmpty, other.period != survivor.period {
      keep("dates: \([other.period.start, other.period.end].compactMap { $0?.description }.joined(separator: " to "))")
    }
    result.created = min(survivor.created, other.created)
  }

  /// Of birth, death and wedding there is one each: the more precise of two that agree.
  private mutating func join(_ date: Anniversary) {
    guard date.kind != .other, let position = result.anniversaries.firstIndex(where: { $0.kind == date.kind }) else {
      result.anniversaries.append(date)
      return
    }
    let mine = result.anniversaries[position].date
    if mine == date.date { return }
    if case .agreeing = BirthdayComparison(mine.packed, date.date.packed),
      let whole = PartialDate(
        year: mine.year ?? date.date.year, month: mine.month ?? date.date.month, day: mine.day ?? date.date.day)
    {
      result.anniversaries[position].date = whole
    } else {
      keep("\(date.kind == .birth ? "birthday" : date.kind.rawValue): \(date.date)")
    }
  }

  /// What the survivor says otherwise is a note, and told.
  private mutating func keep(_ fact: String) {
    displaced.append(fact)
    let note = "\(other.name): other \(fact)"
    if !result.notes.contains(note) { result.notes.append(note) }
  }

  // MARK: The rest

  private mutating func joinRest() {
    result.notes = EntityJoin.union(EntityJoin.union(survivor.notes, other.notes), result.notes)
    let tags = Set(survivor.tags.map(SearchKey.fold))
    result.tags += other.tags.filter { !tags.contains(SearchKey.fold($0)) }
    for field in other.customFields { join(field) }
    result.keptProperties = EntityJoin.union(survivor.keptProperties, other.keptProperties)
    guard let photo = other.photo, photo != survivor.photo else { return }
    if survivor.photo == nil {
      result.photo = photo
    } else {
      displaced.append("photo")
      result.keptProperties = EntityJoin.union(result.keptProperties, [photo.kept])
    }
  }

  /// A fact told publicly once and privately once is private.
  private mutating func join(_ field: CustomField) {
    let known = result.customFields.firstIndex {
      $0.value == field.value && SearchKey.fold($0.name) == SearchKey.fold(field.name)
    }
    if let known {
      result.customFields[known].isPrivate = result.customFields[known].isPrivate || field.isPrivate
    } else {
      result.customFields.append(field)
    }
  }

  /// The other's id is one under which the survivor is known from now on.
  private mutating func joinIdentifiers() {
    let own = survivor.id.description
    result.foreignUIDs = EntityJoin.union(
      survivor.foreignUIDs, ([other.id.description] + other.foreignUIDs).filter { $0 != own })
  }
}

extension Photo {
  /// A second picture, which no format but kith's own writes.
  fileprivate var kept: KeptProperty {
    switch self {
    case .uri(let uri): KeptProperty(format: "kith", name: "photo", value: uri)
    case .data(let mediaType, let bytes):
      KeptProperty(
        format: "kith", name: "photo", parameters: [Parameter(name: "type", values: [mediaType])],
        value: String(decoding: Base64.encode(bytes), as: UTF8.self))
    }
  }
}

extension ContactDetails {
  /// What both say, nil where they contradict each other.
  fileprivate func joined(_ other: ContactDetails) -> ContactDetails? {
    guard label == nil || other.label == nil || label == other.label else { return nil }
    guard parameters.isEmpty || other.parameters.isEmpty || parameters == other.parameters else { return nil }
    return ContactDetails(
      types: types + other.types.filter { !types.contains($0) }, label: label ?? other.label,
      preference: [preference, other.preference].compactMap { $0 }.min(), group: group ?? other.group,
      parameters: parameters.isEmpty ? other.parameters : parameters)
  }
}
