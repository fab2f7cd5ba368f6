import KithCore

extension CardMapper {
  mutating func takeIdentity(_ property: RawProperty) {
    switch property.kind {
    case .uid: takeUID(property)
    case .revision, .created: takeTime(property)
    case .kind, .serverKind: takeKind(property)
    case .showAs where ASCII.equal(ASCII.trimmed(value(property)), "COMPANY"): isCompany = true
    case .kithKind where text(property) == "organization": isOrganization = true
    case .kithField: takeField(property)
    case .kithList: isTag = true
    case .kithUID: kithID = Identifier(uuid: text(property))
    case .kithForeignUID: entity.foreignUIDs.append(text(property))
    default: keep(property)
    }
  }

  private mutating func takeUID(_ property: RawProperty) {
    let text = text(property)
    if text.isEmpty { return }
    if uid == nil { uid = text } else { keep(property) }
  }

  private mutating func takeTime(_ property: RawProperty) {
    guard let time = DateValue.timestamp(value(property)) else {
      if property.value.count == 0 { return }
      warn("no-time", property, "is no point in time and was kept as it came")
      return keep(property)
    }
    if property.kind == .revision {
      entity.modified = time
      isModified = true
    } else {
      entity.created = time
      isCreated = true
    }
  }

  private mutating func takeKind(_ property: RawProperty) {
    let kind = text(property).lowercased()
    switch kind {
    case "": break
    case "individual" where property.kind == .kind: keep(property)
    case "org", "organization": isCompany = true
    case "group":
      isGroup = true
      keep(property)
    default:
      keep(property)
      report(.warning, "other-kind", "a card that is neither a person nor a company was read as one", property.line)
    }
  }

  private mutating func takeField(_ property: RawProperty) {
    let set = set(of: property)
    guard let name = set["X-KITH-NAME"] else { return keep(property) }
    entity.customFields.append(
      CustomField(name, ByteText.unescaped(value(property)), isPrivate: set["X-KITH-PRIVATE"] == "1"))
  }

  mutating func settleKind() {
    if isGroup { return settleGroup() }
    if isCompany { entity.kind = isOrganization ? .organization : .company }
  }

  /// The UID says who it is; without one, what the card says does, so that the same file names the same records twice.
  mutating func settleIdentity() {
    if let uid {
      let uuid = Identifier(uuid: uid)
      entity.id = kithID ?? uuid ?? Identifier(uid: uid)
      if entity.id != uuid || uid.utf8.count == 32 { entity.foreignUIDs.insert(uid, at: 0) }
    } else {
      entity.id = kithID ?? Identifier(name: content)
    }
    settleRelations()
    for member in members where isGroup { relations.append(ImportedRelation(.id(member), .memberOf, .id(entity.id))) }
  }

  private var content: String {
    let hasPoints = !entity.emails.isEmpty || !entity.phones.isEmpty
    if !hasPoints, hasNoName {
      return "vcard:" + card.properties.map { ByteText.string(value($0)) }.joined(separator: "\n")
    }
    let points = entity.emails.map { $0.address.lowercased() } + entity.phones.map { digits($0.number) }
    let words = entity.name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "vcard:" + ([words] + points).joined(separator: "\n")
  }

  private func digits(_ number: String) -> String {
    String(decoding: number.utf8.filter { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") }, as: UTF8.self)
  }

  /// A card without REV was modified when it was created.
  mutating func settleTimes() {
    if isCreated, !isModified { entity.modified = entity.created }
  }
}
