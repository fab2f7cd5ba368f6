import KithCore

/// Properties in which address books name somebody's people, by name alone.
struct RelatedName {
  let type: RelationType
  let direction: RelatedType.Direction

  private static let spouse = RelatedName(type: .spouseOf, direction: .fromCard)
  private static let manager = RelatedName(type: .managerOf, direction: .toCard)
  private static let assistant = RelatedName(type: .assistantOf, direction: .toCard)

  static let byProperty: [(StaticString, RelatedName)] = [
    ("X-EVOLUTION-SPOUSE", spouse), ("X-MS-SPOUSE", spouse), ("X-KADDRESSBOOK-X-SPOUSESNAME", spouse),
    ("X-SPOUSE", spouse), ("X-EVOLUTION-MANAGER", manager), ("X-MS-MANAGER", manager),
    ("X-KADDRESSBOOK-X-MANAGERSNAME", manager), ("X-MANAGER", manager), ("X-EVOLUTION-ASSISTANT", assistant),
    ("X-MS-ASSISTANT", assistant), ("X-KADDRESSBOOK-X-ASSISTANTSNAME", assistant), ("X-ASSISTANT", assistant),
  ]

  /// By the label that goes with Apple's X-ABRELATEDNAMES. Mother, brother and their like say more than a type can.
  static let byLabel: [String: RelatedName] = [
    "Spouse": spouse, "Manager": manager, "Assistant": assistant,
    "Partner": RelatedName(type: .partnerOf, direction: .fromCard),
    "Friend": RelatedName(type: .friendOf, direction: .fromCard),
    "Child": RelatedName(type: .parentOf, direction: .fromCard),
    "Parent": RelatedName(type: .parentOf, direction: .toCard),
  ]

  /// Marks the properties that kith writes for others to show and does not read back.
  static let copyMark = "X-KITH-COPY"

  /// What the object of a relation is to its subject, as a label; nil where no one word says it.
  static func label(of type: RelationType, title: String?) -> String? {
    switch type {
    case .spouseOf: "Spouse"
    case .partnerOf: "Partner"
    case .friendOf: "Friend"
    case .parentOf: "Child"
    case .siblingOf: "sibling"
    case .kinOf: "relative"
    case .neighborOf: "neighbor"
    case .coResidentOf: "roommate"
    case .knows, .met: "acquaintance"
    case .colleagueOf: "colleague"
    case .introducedBy: "introduced by"
    case .referredBy: "referred by"
    case .mentorOf: "mentee"
    case .managerOf: "report"
    case .related: title ?? "related"
    default: nil
    }
  }
}
