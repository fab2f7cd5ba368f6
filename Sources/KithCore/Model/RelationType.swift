/// The catalogue of edges. The raw value is the name in every format; `code` is the number in the store and never changes.
public enum RelationType: String, Sendable, CaseIterable {
  case worksFor, memberOf, attended, spokeAt, organized, hosted
  case knows, met, introducedBy, referredBy, colleagueOf, managerOf, mentorOf
  case recruitsFor, partOf, founded, studiedAt
  case friendOf, spouseOf, parentOf, siblingOf, kinOf, neighborOf, coResidentOf, assistantOf, agentOf
  case emergencyContactOf, partnerOf, related
  /// Two records that look alike and are not the same (owl:differentFrom): no tie, but what is known of them.
  case differentFrom

  /// What one end of an edge may be.
  public struct Ends: Sendable {
    public let subject: Set<Entity.Kind>
    public let object: Set<Entity.Kind>
  }

  public var ends: Ends {
    switch self {
    case .worksFor, .recruitsFor, .founded: Ends(subject: [.person], object: [.company, .organization])
    case .memberOf, .studiedAt: Ends(subject: [.person], object: [.organization, .company])
    case .attended, .spokeAt: Ends(subject: [.person], object: [.event])
    case .organized: Ends(subject: [.person, .company, .organization], object: [.event])
    case .hosted: Ends(subject: [.company, .organization], object: [.event])
    case .partOf: Ends(subject: [.company, .organization, .event], object: [.company, .organization, .event])
    case .related: Ends(subject: Set(Entity.Kind.allCases), object: Set(Entity.Kind.allCases))
    case .differentFrom:
      Ends(subject: [.person, .company, .organization], object: [.person, .company, .organization])
    default: Ends(subject: [.person], object: [.person])
    }
  }

  /// Whether `a type b` says the same as `b type a`.
  public var isSymmetric: Bool {
    switch self {
    case .knows, .met, .colleagueOf, .friendOf, .spouseOf, .siblingOf, .kinOf, .neighborOf, .coResidentOf, .partnerOf,
      .related, .differentFrom:
      true
    default: false
    }
  }

  /// How the edge reads from its subject: "works for".
  public var phrase: String {
    switch self {
    case .worksFor: "works for"
    case .memberOf: "is a member of"
    case .attended: "attended"
    case .spokeAt: "spoke at"
    case .organized: "organized"
    case .hosted: "hosted"
    case .knows: "knows"
    case .met: "met"
    case .introducedBy: "was introduced by"
    case .referredBy: "was referred by"
    case .colleagueOf: "is a colleague of"
    case .managerOf: "is the manager of"
    case .mentorOf: "is a mentor of"
    case .recruitsFor: "recruits for"
    case .partOf: "is part of"
    case .founded: "founded"
    case .studiedAt: "studied at"
    case .friendOf: "is a friend of"
    case .spouseOf: "is the spouse of"
    case .parentOf: "is a parent of"
    case .siblingOf: "is a sibling of"
    case .kinOf: "is kin of"
    case .neighborOf: "is a neighbor of"
    case .coResidentOf: "lives with"
    case .assistantOf: "is the assistant of"
    case .agentOf: "is an agent of"
    case .emergencyContactOf: "is an emergency contact of"
    case .partnerOf: "is the partner of"
    case .related: "is related to"
    case .differentFrom: "is not the same as"
    }
  }

  /// How the edge reads from its object: "employs".
  public var inversePhrase: String {
    if isSymmetric { return phrase }
    return switch self {
    case .worksFor: "employs"
    case .memberOf: "has as a member"
    case .attended: "was attended by"
    case .spokeAt: "had as a speaker"
    case .organized: "was organized by"
    case .hosted: "was hosted by"
    case .introducedBy: "introduced"
    case .referredBy: "referred"
    case .managerOf: "is managed by"
    case .mentorOf: "is mentored by"
    case .recruitsFor: "has as a recruiter"
    case .partOf: "includes"
    case .founded: "was founded by"
    case .studiedAt: "was the school of"
    case .parentOf: "is a child of"
    case .assistantOf: "is assisted by"
    case .agentOf: "is represented by"
    case .emergencyContactOf: "has as an emergency contact"
    default: phrase
    }
  }

  /// Whether it ties its ends, as all do but ``differentFrom``.
  public var isTie: Bool { self != .differentFrom }

  public static let ties = Set(allCases).subtracting([.differentFrom])

  /// 1-based position in the catalogue.
  public var code: Int { (RelationType.catalogue.firstIndex(of: self) ?? -1) + 1 }

  public init?(code: Int) {
    guard RelationType.catalogue.indices.contains(code - 1) else { return nil }
    self = RelationType.catalogue[code - 1]
  }

  /// Made once: ``allCases`` is made at each use.
  private static let catalogue = allCases
}

extension RelationType: CustomStringConvertible {
  public var description: String { rawValue }
}
