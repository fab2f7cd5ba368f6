/// A node of the graph: a person, a company, an organization or an event.
public struct Entity: Hashable, Sendable {
  /// KIND of RFC 6350 §6.1.4, with `company` (an employer) told apart from `organization` (a club, school, community).
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    case person, company, organization, event

    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  public var id: Identifier
  public var kind: Kind
  /// The name as shown (FN, RFC 6350 §6.2.1). Never empty.
  public var name: String
  /// Persons only.
  public var personName: PersonName?
  /// Nicknames of a person, other spellings of a company's name.
  public var nicknames: [String] = []
  public var emails: [EmailAddress] = []
  public var phones: [PhoneNumber] = []
  public var addresses: [PostalAddress] = []
  public var onlineServices: [OnlineService] = []
  public var links: [Link] = []
  public var anniversaries: [Anniversary] = []
  /// When an event takes place.
  public var period: Period = .unknown
  /// Private: never handed to an address-book format unless asked for.
  public var notes: [String] = []
  public var tags: [String] = []
  public var customFields: [CustomField] = []
  public var photo: Photo?
  /// A person who is not to be asked for introductions. Private.
  public var doNotAsk = false
  /// UIDs under which other programs know this entity, when they are not its `id`.
  public var foreignUIDs: [String] = []
  /// What an importer did not understand, kept as it came.
  public var keptProperties: [KeptProperty] = []
  public var created: Timestamp
  public var modified: Timestamp

  public init(id: Identifier, kind: Kind, name: String, created: Timestamp, modified: Timestamp? = nil) {
    self.id = id
    self.kind = kind
    self.name = name
    self.created = created
    self.modified = modified ?? created
  }

  public var summary: EntitySummary { EntitySummary(id: id, kind: kind, name: name) }
}

/// What is needed to name an entity.
public struct EntitySummary: Hashable, Sendable {
  public let id: Identifier
  public let kind: Entity.Kind
  public let name: String

  public init(id: Identifier, kind: Entity.Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

// Said here so that a kind in a message is its raw value at once: without it the first one costs a search through every
// conformance of the program.
extension Entity.Kind: CustomStringConvertible {
  public var description: String { rawValue }
}
