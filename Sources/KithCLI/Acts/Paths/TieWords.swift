import KithCore

/// What ties two people, in words.
struct TieWords {
  /// How the two are called.
  let first: String
  let second: String

  /// "met at SwiftConf 2026", "4 contacts, last 2026-11-02", "colleagues 2019 to 2021", "both at Initech 2019 to 2021"
  func evidence(of tie: TieFacts) -> [String] {
    var words = tie.edges.map { phrase($0, metAt: tie.metAt) }
    if tie.contacts > 0 {
      words.append(
        "\(tie.contacts) contact\(tie.contacts == 1 ? "" : "s")" + (tie.lastContact.map { ", last \($0)" } ?? ""))
    }
    return words.unique + tie.overlaps.map { OverlapWords.phrase($0) }
  }

  private func phrase(_ edge: TieFacts.Edge, metAt: EntitySummary?) -> String {
    let details = [edge.title, TieWords.when(edge)].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    let aside = details.isEmpty ? "" : " \(details)"
    switch edge.type {
    case .met: return "met" + (metAt.map { " at \($0.name)" } ?? "") + aside
    case .knows: return "know each other" + aside
    case .colleagueOf: return "colleagues" + aside
    case .friendOf: return "friends" + aside
    case .spouseOf: return "married" + aside
    case .siblingOf: return "siblings" + aside
    case .kinOf, .related: return "related" + aside
    case .neighborOf: return "neighbors" + aside
    case .coResidentOf: return "live together" + aside
    case .partnerOf: return "partners" + aside
    default: return directed(edge) + aside
    }
  }

  /// "Ada Lovelace is the manager of Grace Hopper"
  private func directed(_ edge: TieFacts.Edge) -> String {
    let (subject, object) = edge.isForward ? (first, second) : (second, first)
    // "you is" reads badly; said from the other end it does not.
    if subject == PathOutput.you { return "\(object) \(edge.type.inversePhrase) you" }
    return "\(subject) \(edge.type.phrase) \(object)"
  }

  /// What happened once has a date, what lasts has a period.
  private static func when(_ edge: TieFacts.Edge) -> String? {
    switch edge.type {
    case .met, .introducedBy, .referredBy: edge.period.start.map { "on \($0)" }
    default: edge.period.phrase
    }
  }
}

/// Where two people were at the same time, in words.
enum OverlapWords {
  /// "both at Initech 2019 to 2021", "both at SwiftConf 2026", "both in Swift Society"
  static func phrase(_ overlap: Overlap) -> String {
    let place = overlap.place.name
    switch overlap.kind {
    case .worked, .studied: return "both at \(place)" + time(overlap.period)
    case .belonged: return "both in \(place)" + time(overlap.period)
    case .attended:
      let year = overlap.period.start?.year.map(String.init) ?? ""
      return "both at \(place)" + (year.isEmpty || place.contains(year) ? "" : ", \(year)")
    }
  }

  private static func time(_ period: Period) -> String { period.phrase.map { " \($0)" } ?? "" }

  /// "CTO at Initech, since 2019": one relation that proves it.
  static func proof(_ presence: Presence) -> String {
    let role =
      switch presence.type {
      case .worksFor: presence.title ?? "works there"
      case .founded: presence.title ?? "founder"
      case .memberOf: presence.title ?? "member"
      case .studiedAt: presence.title ?? "studied there"
      case .spokeAt: presence.title ?? "spoke"
      case .organized: presence.title ?? "organized it"
      default: presence.title ?? "was there"
      }
    return role + (presence.period.phrase.map { ", \($0)" } ?? "")
  }
}

extension [String] {
  /// Each once, at its first place.
  fileprivate var unique: [String] {
    var seen = Set<String>()
    return filter { seen.insert($0).inserted }
  }
}
