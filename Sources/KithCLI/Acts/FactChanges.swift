import KithCore

/// Single facts of a record to be changed, beside those to be added.
struct FactChanges {
  var name: String?
  var adds = PersonFacts()
  var nicknames: [String] = []
  var removedNicknames: [String] = []
  var removedEmails: [String] = []
  var removedPhones: [String] = []
  var removedLinks: [String] = []
  var removedTags: [String] = []
  var city: String?
  var birthday: PartialDate?
  var doNotAsk: Bool?
  /// `name=value`
  var settings: [String] = []
  var removedFields: [String] = []

  /// - Throws: ``CommandError`` if something to be removed is not there.
  func apply(to entity: inout Entity) throws {
    let old = entity
    if let name { entity.name = try NameArgument.checked(name) }
    entity.followRenaming(from: old)
    adds.add(to: &entity)
    for nickname in nicknames where !entity.nicknames.contains(nickname) { entity.nicknames.append(nickname) }
    if let birthday { setBirthday(birthday, of: &entity) }
    if let city { setCity(city, of: &entity) }
    if let doNotAsk { entity.doNotAsk = doNotAsk }
    for setting in settings { try set(setting, in: &entity) }
    try removeAll(from: &entity)
  }

  private func removeAll(from entity: inout Entity) throws {
    try remove(removedNicknames, "name", from: &entity.nicknames) {
      SearchKey.fold($0)
    } of: {
      SearchKey.fold($0)
    }
    try remove(removedEmails, "e-mail address", from: &entity.emails) {
      SearchKey.email($0.address)
    } of: {
      SearchKey.email($0)
    }
    try remove(removedPhones, "phone number", from: &entity.phones) {
      SearchKey.phone($0.number) ?? $0.number
    } of: {
      SearchKey.phone($0) ?? $0
    }
    try remove(removedLinks, "web address", from: &entity.links) {
      SearchKey.link($0.url)
    } of: {
      SearchKey.link($0)
    }
    try remove(removedTags, "tag", from: &entity.tags) {
      SearchKey.fold($0)
    } of: {
      SearchKey.fold($0)
    }
    try remove(removedFields, "field", from: &entity.customFields) {
      SearchKey.fold($0.name)
    } of: {
      SearchKey.fold($0)
    }
  }

  private func remove<Value>(
    _ told: [String], _ noun: String, from values: inout [Value], key: (Value) -> String,
    of keyOfText: (String) -> String
  ) throws {
    for text in told {
      let count = values.count
      values.removeAll { key($0) == keyOfText(text) }
      guard values.count < count else {
        throw CommandError(
          "there is no \(noun) '\(TerminalText.cleaned(text))' to take out", hint: "kith show tells what there is",
          code: .notFound)
      }
    }
  }

  private func setBirthday(_ date: PartialDate, of entity: inout Entity) {
    if let index = entity.anniversaries.firstIndex(where: { $0.kind == .birth }) {
      entity.anniversaries[index].date = date
    } else {
      entity.anniversaries.append(Anniversary(.birth, on: date))
    }
  }

  /// The city of the first address.
  private func setCity(_ city: String, of entity: inout Entity) {
    if entity.addresses.isEmpty { entity.addresses.append(PostalAddress()) }
    entity.addresses[0].locality = [city]
    entity.addresses[0].formatted = nil
  }

  /// A field keeps its place, its name's spelling and whether it is private.
  private func set(_ setting: String, in entity: inout Entity) throws {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0.trimmed) }
    guard parts.count == 2, !parts[0].isEmpty else {
      throw CommandError(
        "'\(TerminalText.cleaned(setting))' is no field and value", hint: "--set \"shirt size=M\"", code: .usage)
    }
    let key = SearchKey.fold(parts[0])
    if let index = entity.customFields.firstIndex(where: { SearchKey.fold($0.name) == key }) {
      entity.customFields[index].value = parts[1]
    } else {
      entity.customFields.append(CustomField(parts[0], parts[1]))
    }
  }
}

extension FactChanges {
  /// Whether there is nothing to change.
  var isEmpty: Bool {
    let lists = [
      nicknames, removedNicknames, removedEmails, removedPhones, removedLinks, removedTags, settings, removedFields,
      adds.emails, adds.phones, adds.links, adds.tags, adds.notes,
    ]
    return lists.allSatisfy(\.isEmpty) && name == nil && city == nil && birthday == nil
      && doNotAsk == nil
  }
}
