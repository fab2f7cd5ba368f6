extension EntityJoin {
  /// Field by field what comes from where, for those fields of which one of the two says anything.
  public var rows: [Row] {
    var rows: [Row] = []
    func add(_ field: String, _ text: (Entity) -> [String]) {
      let texts = [survivor, other, result].map { text($0).joined(separator: "; ") }
      guard texts.contains(where: { !$0.isEmpty }) else { return }
      rows.append(Row(field: field, survivor: texts[0], other: texts[1], result: texts[2]))
    }
    add("name") { [$0.name] }
    add("kind") { $0.kind == .person ? [] : [$0.kind.rawValue] }
    for field in EntityField.allCases where field != .personName { add(field.phrase) { field.texts(of: $0) } }
    return rows
  }
}

extension EntityField {
  /// The values in words, each in a line.
  fileprivate func texts(of entity: Entity) -> [String] {
    switch self {
    case .personName: []
    case .nicknames: entity.nicknames
    case .emails: entity.emails.map(\.address)
    case .phones: entity.phones.map(\.number)
    case .addresses: entity.addresses.map { $0.formatted ?? $0.components.joined().joined(separator: ", ") }
    case .onlineServices:
      entity.onlineServices.map { $0.uri ?? [$0.service, $0.user].compactMap { $0 }.joined(separator: " ") }
    case .links: entity.links.map(\.url)
    case .anniversaries: entity.anniversaries.map { "\($0.details.label ?? $0.kind.rawValue) \($0.date)" }
    case .period: [entity.period.start, entity.period.end].compactMap { $0?.description }
    case .notes: entity.notes.map { EntityField.shortened($0) }
    case .tags: entity.tags
    case .customFields: entity.customFields.map { "\($0.name): \($0.value)" }
    case .photo: entity.photo == nil ? [] : ["1 photo"]
    case .foreignUIDs: entity.foreignUIDs
    case .keptProperties: entity.keptProperties.isEmpty ? [] : [String(entity.keptProperties.count)]
    }
  }

  private static func shortened(_ note: String) -> String { note.count > 60 ? note.prefix(59) + "…" : note }
}
