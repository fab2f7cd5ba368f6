import KithCore

/// What a merge did, or would do.
public struct MergeReport: Sendable {
  public let survivor: EntitySummary
  public let other: EntitySummary
  /// Field by field what comes from where.
  public let rows: [EntityJoin.Row]
  /// What was said of the other and could not be said of the survivor too; it is kept as notes or properties.
  public internal(set) var displaced: [String]
  /// Rows that are the survivor's now: `relations`, `interactions`, …
  public internal(set) var moved: [(what: MergedRows, count: Int)] = []
  /// Rows that say what the survivor's say already.
  public internal(set) var doubles: [(what: MergedRows, count: Int)] = []
  /// What is not carried over as it was, in words: a tie of the two to each other, the longer of two intervals.
  public internal(set) var remarks: [String] = []
}

/// What hangs on a record, by table.
public enum MergedRows: String, Sendable, CaseIterable {
  case relations, interactions, events, involvements, applications, followUps, feedback, introductions, interval, photo

  public func phrase(_ count: Int) -> String {
    let (one, many) = words
    return "\(count) \(count == 1 ? one : many)"
  }

  private var words: (String, String) {
    switch self {
    case .relations: ("relation", "relations")
    case .interactions: ("interaction", "interactions")
    case .events: ("thing at the event", "things at the event")
    case .involvements: ("part in an application", "parts in applications")
    case .applications: ("application", "applications")
    case .followUps: ("follow-up", "follow-ups")
    case .feedback: ("piece of feedback", "pieces of feedback")
    case .introductions: ("introduction", "introductions")
    case .interval: ("interval of touch", "intervals of touch")
    case .photo: ("photo", "photos")
    }
  }
}
