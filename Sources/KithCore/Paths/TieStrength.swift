/// How likely a tie is to carry an introduction, from nothing to 1: by the kind of relation, by how lately and how often
/// they were in touch. A rule of thumb, the same for everybody; it orders chains and says nothing else of people.
public enum TieStrength {
  /// - Parameter today: a complete date.
  public static func of(_ tie: TieFacts, today: PartialDate) -> Double {
    let bases = tie.edges.map { $0.type.strength * ($0.period.isOver(on: today) ? 0.8 : 1) }
    guard let best = bases.max() else { return 0 }
    let others = 1 + 0.05 * Double(min(bases.count - 1, 2))
    let contacts = 1 + 0.05 * Double(min(tie.contacts, 8))
    return min(1, best * others * contacts * recency(of: tie, today: today))
  }

  private static func recency(of tie: TieFacts, today: PartialDate) -> Double {
    if tie.edges.contains(where: { isPresent($0, today: today) }) { return 1 }
    let dates = tie.edges.flatMap { [$0.period.start, $0.period.end] } + [tie.lastContact]
    guard let year = today.year, let last = dates.compactMap({ $0 }).filter({ $0.year != nil }).max(),
      let lastYear = last.year
    else { return 0.75 }
    let months = (year - lastYear) * 12 + (today.month ?? 1) - (last.month ?? 1)
    return months <= 12 ? 1 : months <= 36 ? 0.9 : months <= 72 ? 0.8 : 0.65
  }

  /// Whether it is known to last: kin are kin for good, colleagues and friends since a day that is known.
  private static func isPresent(_ edge: TieFacts.Edge, today: PartialDate) -> Bool {
    guard !edge.period.isOver(on: today) else { return false }
    switch edge.type {
    case .spouseOf, .parentOf, .siblingOf, .kinOf: return true
    case .met, .knows, .introducedBy, .referredBy, .related: return false
    default: return edge.period.start.map { $0 <= today } ?? false
    }
  }
}

extension RelationType {
  /// Relations between two people that are a tie by which one may be introduced to the other.
  public static let connecting: Set<RelationType> = Set(allCases.filter { $0.strength > 0 })

  /// Before anything is known of when and how often; 0 where it is no tie between people.
  public var strength: Double {
    switch self {
    case .spouseOf, .partnerOf, .parentOf, .siblingOf: 0.95
    case .friendOf, .kinOf, .emergencyContactOf: 0.85
    case .mentorOf, .managerOf, .referredBy: 0.75
    case .colleagueOf, .coResidentOf, .assistantOf, .agentOf: 0.65
    case .introducedBy, .neighborOf: 0.55
    case .met, .knows: 0.5
    case .related: 0.4
    default: 0
    }
  }
}
