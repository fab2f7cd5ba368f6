/// What the place of something to do among the others depends on, and nothing else.
public struct DueFacts: Hashable, Sendable {
  public var act: FollowUp.Act
  public var owedBy: FollowUp.Party
  /// Nil where there is no hurry.
  public var due: CivilDay?
  /// How often you mean to be in touch; nil for what is to be done once.
  public var every: Interval?
  /// The day of the last touch, where there is an interval.
  public var since: CivilDay?
  /// The best part that the person has or had in an application of yours.
  public var tie: Tie.Kind?
  /// Whether you promised them something that is still open, beside this.
  public var hasOpenPromise: Bool

  public init(
    _ act: FollowUp.Act, owedBy: FollowUp.Party = .me, due: CivilDay?, every: Interval? = nil, since: CivilDay? = nil,
    tie: Tie.Kind? = nil, hasOpenPromise: Bool = false
  ) {
    self.act = act
    self.owedBy = owedBy
    self.due = due
    self.every = every
    self.since = since
    self.tie = tie
    self.hasOpenPromise = hasOpenPromise
  }
}
