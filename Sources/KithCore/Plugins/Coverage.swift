/// How much of the graph a format can hold. What is outside it, the host reports as lost.
public struct Coverage: Sendable {
  public var kinds: Set<Entity.Kind>
  public var fields: Set<EntityField>
  public var relations: Set<RelationType>
  public var interactions: Bool
  public var applications: Bool
  public var followUps: Bool
  public var feedback: Bool
  /// With whom not to ask for one.
  public var introductions: Bool
  public var keepInTouch: Bool
  /// A full backup is handed the private data too.
  public var isFullBackup: Bool

  public init(
    kinds: Set<Entity.Kind>, fields: Set<EntityField>, relations: Set<RelationType> = [], interactions: Bool = false,
    applications: Bool = false, followUps: Bool = false, feedback: Bool = false, introductions: Bool = false,
    keepInTouch: Bool = false, isFullBackup: Bool = false
  ) {
    self.kinds = kinds
    self.fields = fields
    self.relations = relations
    self.interactions = interactions
    self.applications = applications
    self.followUps = followUps
    self.feedback = feedback
    self.introductions = introductions
    self.keepInTouch = keepInTouch
    self.isFullBackup = isFullBackup
  }

  public static let everything = Coverage(
    kinds: Set(Entity.Kind.allCases), fields: Set(EntityField.allCases), relations: Set(RelationType.allCases),
    interactions: true, applications: true, followUps: true, feedback: true, introductions: true, keepInTouch: true,
    isFullBackup: true)
}

/// The parts of an entity beside its name.
public enum EntityField: String, Sendable, CaseIterable {
  case personName, nicknames, emails, phones, addresses, onlineServices, links, anniversaries, period, notes, tags
  case customFields, photo, foreignUIDs, keptProperties

  /// How a person would call it, in the plural.
  public var phrase: String {
    switch self {
    case .personName: "name parts"
    case .nicknames: "nicknames"
    case .emails: "e-mail addresses"
    case .phones: "phone numbers"
    case .addresses: "postal addresses"
    case .onlineServices: "online services"
    case .links: "links"
    case .anniversaries: "anniversaries"
    case .period: "periods"
    case .notes: "notes"
    case .tags: "tags"
    case .customFields: "custom fields"
    case .photo: "photos"
    case .foreignUIDs: "foreign UIDs"
    case .keptProperties: "kept properties"
    }
  }

  public func isEmpty(in entity: Entity) -> Bool {
    switch self {
    case .personName: entity.personName == nil
    case .nicknames: entity.nicknames.isEmpty
    case .emails: entity.emails.isEmpty
    case .phones: entity.phones.isEmpty
    case .addresses: entity.addresses.isEmpty
    case .onlineServices: entity.onlineServices.isEmpty
    case .links: entity.links.isEmpty
    case .anniversaries: entity.anniversaries.isEmpty
    case .period: entity.period.isEmpty
    case .notes: entity.notes.isEmpty
    case .tags: entity.tags.isEmpty
    case .customFields: entity.customFields.isEmpty
    case .photo: entity.photo == nil
    case .foreignUIDs: entity.foreignUIDs.isEmpty
    case .keptProperties: entity.keptProperties.isEmpty
    }
  }
}

/// Data that never reaches an address-book format unless asked for by name.
public enum PrivateData: String, Sendable, CaseIterable {
  case notes, fields, interactions, applications
  /// With what keeps you in touch.
  case followUps = "follow-ups"
  case feedback
  /// With whom not to ask for one.
  case introductions
}

extension EntityField: CustomStringConvertible {
  public var description: String { rawValue }
}

extension PrivateData: CustomStringConvertible {
  public var description: String { rawValue }
}
