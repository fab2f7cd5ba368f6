/// A rule that is broken, and where.
public struct IntegrityFinding: Sendable, Hashable {
  public let rule: IntegrityRule
  public let detail: String
  let mending: Mending?

  init(_ rule: IntegrityRule, _ detail: String, mending: Mending? = nil) {
    self.rule = rule
    self.detail = detail
    self.mending = mending
  }

  /// What sets it right without a guess.
  enum Mending: Sendable, Hashable {
    case rebuildKeys, rebuildSearch, rebuildIndexes, correctHighWater, correctUndoneBy, forgetOwner
    case removeRow(table: String, row: Int64)
    case clearColumn(table: String, column: String, row: Int64)
    case makeRelated(row: Int64)
    case correctInterval(row: Int64)
    /// Only where somebody says so: the rows as they are count from now on.
    case acceptRows
  }

  /// Whether a repair sets it right by itself.
  public var isMendable: Bool { mending != nil && mending != .acceptRows }
}
