/// What was asked of somebody lately.
public struct ConnectorLoad: Sendable, Equatable {
  /// Introductions that are open, or were asked for in the last 90 days.
  public var introductions: Int
  /// Feedback asked for in the last 90 days, and promises of theirs that are open.
  public var favours: Int

  public init(introductions: Int = 0, favours: Int = 0) {
    self.introductions = introductions
    self.favours = favours
  }

  /// How many days back something counts as lately.
  public static let days = 90

  /// By what the strength of a chain through them is multiplied.
  public var factor: Double { 1 / (1 + 0.5 * Double(introductions) + 0.25 * Double(favours)) }
}
