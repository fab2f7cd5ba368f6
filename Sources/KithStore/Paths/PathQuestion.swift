import KithCore

/// Who is to be reached by whom, and how.
public struct PathQuestion: Sendable {
  public var from: Identifier
  /// A person, or a company or organization: then anybody there.
  public var target: EntitySummary
  /// The greatest number of steps.
  public var maximum: Int
  /// Who is not to be a connector, beside those who are not to be asked at all.
  public var avoiding: [Identifier]
  /// How many chains are wanted.
  public var count: Int
  public var today: CivilDay

  public init(
    from: Identifier, to target: EntitySummary, maximum: Int = 3, avoiding: [Identifier] = [], count: Int = 3,
    today: CivilDay
  ) {
    self.from = from
    self.target = target
    self.maximum = maximum
    self.avoiding = avoiding
    self.count = count
    self.today = today
  }
}

/// What was found.
public enum PathAnswer: Equatable, Sendable {
  /// The best first; never empty.
  case found([IntroductionChain])
  /// There is a chain, but of this many steps.
  case tooFar(steps: Int)
  case nothing
  /// Nobody is known to be or to have been at the company.
  case nobodyThere
}
