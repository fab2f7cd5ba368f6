import KithCore

/// What became of one record of a file, for a person who wants to see it.
public struct ImportedChange: Sendable, Equatable {
  public enum Action: Sendable { case created, changed, unchanged }

  public var action: Action
  public var kind: Entity.Kind
  /// As it is in the store now.
  public var name: String
  /// By what it was known; nil for a new record.
  public var key: MatchKey?
  /// What changed, a few words each: `phone numbers`, `now CTO at Analytical Engines`.
  public var what: [String] = []
}

/// By what a record of a file is known to be one that is there already.
public enum MatchKey: String, Sendable, CaseIterable {
  case uid, email, link, phone, name

  public var phrase: String {
    switch self {
    case .uid: "UID"
    case .email: "e-mail address"
    case .link: "link"
    case .phone: "phone number"
    case .name: "company name"
    }
  }
}

extension Entity {
  /// The parts in which the two differ, in words.
  func changes(from old: Entity) -> [String] {
    let fields = EntityField.allCases.filter { !isSame($0, old) }.map(\.phrase)
    return (name == old.name ? [] : ["name"]) + fields
  }

  private func isSame(_ field: EntityField, _ old: Entity) -> Bool {
    switch field {
    case .personName: personName == old.personName
    case .nicknames: nicknames == old.nicknames
    case .emails: emails == old.emails
    case .phones: phones == old.phones
    case .addresses: addresses == old.addresses
    case .onlineServices: onlineServices == old.onlineServices
    case .links: links == old.links
    case .anniversaries: anniversaries == old.anniversaries
    case .period: period == old.period
    case .notes: notes == old.notes
    case .tags: tags == old.tags
    case .customFields: customFields == old.customFields
    case .photo: photo == old.photo
    case .foreignUIDs: foreignUIDs == old.foreignUIDs
    case .keptProperties: keptProperties == old.keptProperties
    }
  }
}
