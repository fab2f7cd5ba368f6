extension Entity {
  /// This entity with what `other` says of it: what `other` has is added or, where there can be only one, taken; the rest
  /// is kept. `id`, `kind` and `created` stay; values that mean the same are not doubled.
  public func merging(_ other: Entity) -> Entity {
    var merged = self
    merged.name = other.name
    merged.personName = other.personName.map { personName?.updated(by: $0) ?? $0 } ?? personName
    merged.nicknames = Entity.union(nicknames, other.nicknames, key: SearchKey.fold)
    merged.emails = Entity.union(emails, other.emails, keeping: \.details) { SearchKey.email($0.address) }
    merged.phones = Entity.union(phones, other.phones, keeping: \.details) { SearchKey.phone($0.number) ?? $0.number }
    merged.addresses = Entity.union(addresses, other.addresses)
    merged.onlineServices = Entity.union(onlineServices, other.onlineServices, keeping: \.details) {
      [$0.service.map(SearchKey.fold), $0.uri, $0.user]
    }
    merged.links = Entity.union(links, other.links, keeping: \.details) { SearchKey.link($0.url) }
    merged.anniversaries = Entity.union(anniversaries, other.anniversaries) {
      $0.kind == .other ? "\($0.date) \($0.details.label ?? "")" : $0.kind.rawValue
    }
    merged.period = other.period.isEmpty ? period : other.period
    merged.notes = Entity.union(notes, other.notes) { $0 }
    merged.tags = Entity.union(tags, other.tags, key: SearchKey.fold)
    merged.customFields = Entity.union(customFields, other.customFields) { SearchKey.fold($0.name) }
    merged.photo = other.photo ?? photo
    merged.doNotAsk = doNotAsk || other.doNotAsk
    merged.foreignUIDs = Entity.union(foreignUIDs, other.foreignUIDs) { $0 }
    merged.keptProperties = Entity.union(keptProperties, other.keptProperties) { $0 }
    return merged
  }

  /// A way to reach somebody that is told again without saying where it belongs keeps what was known of that.
  private static func union<Value: Hashable, Key: Hashable>(
    _ old: [Value], _ new: [Value], keeping details: WritableKeyPath<Value, ContactDetails>, key: (Value) -> Key
  ) -> [Value] {
    union(old, new, key: key) { before, value in
      var value = value
      value[keyPath: details] = before[keyPath: details].updated(by: value[keyPath: details])
      return value
    }
  }

  /// Addresses are the same if no part of one contradicts the other; what only one of them says is kept.
  private static func union(_ old: [PostalAddress], _ new: [PostalAddress]) -> [PostalAddress] {
    if new.isEmpty || old == new { return old }
    var merged = old
    var spellings = old.map(AddressSpelling.init)
    for address in new {
      let spelling = AddressSpelling(address)
      if let position = spellings.firstIndex(where: { $0.agrees(with: spelling) }) {
        merged[position] = merged[position].updated(by: address)
        spellings[position] = AddressSpelling(merged[position])
      } else {
        merged.append(address)
        spellings.append(spelling)
      }
    }
    return merged
  }

  /// `old` with each value of `new` that it lacks; a value with the same key takes the place of the one known.
  ///
  /// Values that are there as they are keep their places: one number for two purposes is not the second one twice.
  private static func union<Value: Hashable, Key: Hashable>(
    _ old: [Value], _ new: [Value], key: (Value) -> Key, updating: (Value, Value) -> Value = { $1 }
  ) -> [Value] {
    if new.isEmpty || old == new { return old }
    if old.isEmpty { return new }
    var merged = old
    var told = UnionPlaces(old, key: { $0 })
    let rest = new.filter { told.take($0) == nil }
    var places = UnionPlaces(old, key: key, except: told.taken)
    var present = Set(old)
    for value in rest {
      if let position = places.take(key(value)) {
        merged[position] = updating(merged[position], value)
        present.insert(merged[position])
      } else if present.insert(value).inserted {
        merged.append(value)
      }
    }
    return merged
  }
}

/// Where the values of a list are, each to be taken once.
private struct UnionPlaces<Key: Hashable> {
  private var places: [Key: [Int]] = [:]
  private(set) var taken = Set<Int>()

  init<Value>(_ values: [Value], key: (Value) -> Key, except taken: Set<Int> = []) {
    // Backwards, so that the first is the last of its list.
    for position in values.indices.reversed() where !taken.contains(position) {
      places[key(values[position]), default: []].append(position)
    }
  }

  mutating func take(_ key: Key) -> Int? {
    guard let position = places[key]?.popLast() else { return nil }
    taken.insert(position)
    return position
  }
}

extension ContactDetails {
  /// These details with what `new` says. The group is a name within one file: the one known stays.
  func updated(by new: ContactDetails) -> ContactDetails {
    ContactDetails(
      types: new.types.isEmpty ? types : new.types, label: new.label ?? label, preference: new.preference ?? preference,
      group: isEmpty ? new.group : group, parameters: new.parameters.isEmpty ? parameters : new.parameters)
  }
}

extension PersonName {
  /// This name with the parts that `new` says.
  func updated(by new: PersonName) -> PersonName {
    PersonName(
      family: new.family.isEmpty ? family : new.family, given: new.given.isEmpty ? given : new.given,
      additional: new.additional.isEmpty ? additional : new.additional,
      prefixes: new.prefixes.isEmpty ? prefixes : new.prefixes,
      suffixes: new.suffixes.isEmpty ? suffixes : new.suffixes)
  }
}

/// What two addresses are compared by, made once of each. Lines of a part count as its words do: many formats have one line
/// for them.
private struct AddressSpelling {
  private let parts: [[String]]
  private let formatted: String?

  init(_ address: PostalAddress) {
    parts = address.components.map { $0.isEmpty ? [] : SearchKey.words($0.joined(separator: " ")) }
    formatted = address.formatted
  }

  func agrees(with other: AddressSpelling) -> Bool {
    let pairs = zip(parts, other.parts)
    let isSame =
      pairs.contains { !$0.isEmpty && $0 == $1 } || (parts == other.parts && formatted == other.formatted)
    return isSame && pairs.allSatisfy { $0 == $1 || $0.isEmpty || $1.isEmpty }
  }
}

extension PostalAddress {
  func updated(by other: PostalAddress) -> PostalAddress {
    func either(_ part: KeyPath<PostalAddress, [String]>) -> [String] {
      let (own, new) = (self[keyPath: part], other[keyPath: part])
      let isSame = SearchKey.words(own.joined(separator: " ")) == SearchKey.words(new.joined(separator: " "))
      return new.isEmpty || isSame ? own : new
    }
    return PostalAddress(
      poBox: either(\.poBox), extended: either(\.extended), street: either(\.street), locality: either(\.locality),
      region: either(\.region), postalCode: either(\.postalCode), country: either(\.country),
      formatted: other.formatted ?? formatted, details: details.updated(by: other.details))
  }
}
