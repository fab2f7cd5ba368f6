extension Array {
  /// Takes everything out and keeps the storage.
  mutating func empty() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}

extension PersonName {
  mutating func empty() {
    family.empty()
    given.empty()
    additional.empty()
    prefixes.empty()
    suffixes.empty()
  }
}

extension Entity {
  /// Empties all that ``JSONReader/readProperty(_:into:)`` fills but the name's parts.
  mutating func emptyProperties() {
    nicknames.empty()
    emails.empty()
    phones.empty()
    addresses.empty()
    onlineServices.empty()
    links.empty()
    anniversaries.empty()
    period = .unknown
    notes.empty()
    tags.empty()
    customFields.empty()
    doNotAsk = false
    foreignUIDs.empty()
    keptProperties.empty()
  }
}
