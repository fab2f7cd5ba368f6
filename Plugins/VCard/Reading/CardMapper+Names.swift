import KithCore

extension CardMapper {
  /// The first FN is the name, with the white space that its writer gave it; others are kept.
  mutating func takeFormattedName(_ property: RawProperty) {
    let text = ByteText.unescaped(value(property))
    if self.text(property).isEmpty { return }
    guard entity.name.isEmpty else { return keep(property) }
    entity.name = text
    keepExtras("FN", of: property, [text])
  }

  mutating func takeName(_ property: RawProperty) {
    let set = set(of: property)
    if entity.personName != nil {
      keep(property)
      return
    }
    hasName = true
    if set[CardWriter.guessedParameter] != nil { return }
    var name = PersonName()
    var (index, hasMore) = (0, false)
    for part in EscapedParts(value(property), separator: ";") {
      let texts = EscapedParts.texts(part, commasSeparate: commasSeparate)
      hasMore = hasMore || index > 4 && !texts.isEmpty
      put(texts, at: index, of: &name)
      index += 1
    }
    if !name.isEmpty {
      entity.personName = name
      nameProperty = property
    }
    if hasMore { keepRestOfName(property) }
  }

  private func put(_ texts: [String], at index: Int, of name: inout PersonName) {
    switch index {
    case 0: name.family = texts
    case 1: name.given = texts
    case 2: name.additional = texts
    case 3: name.prefixes = texts
    case 4: name.suffixes = texts
    default: break
    }
  }

  /// RFC 9554 §2.2 adds two parts to N.
  private mutating func keepRestOfName(_ property: RawProperty) {
    let rest = EscapedParts(value(property), separator: ";").dropFirst(5).map { ByteText.string($0) }
    entity.keptProperties.append(
      KeptProperty(format: VCardFormat.name, name: CardWriter.restOfName, value: rest.joined(separator: ";")))
  }

  private static let unnamed = "(no name)"

  /// A card without FN is called by what else it has.
  mutating func settleName() {
    if entity.name.isEmpty {
      report(.warning, "missing-name", "a card without 'FN'; its name was made of what else it has", card.line)
      entity.name = substituteName
      hasNoName = entity.name == CardMapper.unnamed
    } else if !hasName, version == "3.0", !isCompany {
      report(.warning, "missing-n", "a card without 'N'", card.line)
    }
    if version == nil { report(.warning, "missing-version", "a card without 'VERSION'", card.line) }
    guard let name = entity.personName, let nameProperty else { return }
    if entity.kind == .person {
      keepExtras("N", of: nameProperty, PropertyExtras.texts(of: name))
      if version != "4.0" { SortString.rename(in: &extras) }
    } else {
      entity.personName = nil
      keep(nameProperty)
    }
  }

  private var substituteName: String {
    let candidates = [
      entity.personName?.formatted, entity.nicknames.first, employments.first?.name, entity.emails.first?.address,
      entity.phones.first?.number, entity.onlineServices.first.flatMap { $0.user ?? $0.uri }, entity.links.first?.url,
    ]
    if let name = candidates.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return name }
    return card.properties.contains { $0.kind != .version && $0.value.count > 0 } ? CardMapper.unnamed : ""
  }
}
