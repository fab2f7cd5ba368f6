/// The numbers of the ranking, in points.
public struct DueWeights: Hashable, Sendable {
  /// For each act of yours; an act that is not there has none.
  public var acts: [FollowUp.Act: Int]
  /// For what others owe you, whatever it is.
  public var theirs: Int
  /// For the best part in an application.
  public var ties: [Tie.Kind: Int]
  /// For a person to whom a promise of yours is open.
  public var promise: Int
  /// For being late by a whole span.
  public var perSpan: Int
  /// Being late never counts for more.
  public var latest: Int
  /// The span, in days, of what is to be done once.
  public var days: Int

  public init(
    acts: [FollowUp.Act: Int], theirs: Int, ties: [Tie.Kind: Int], promise: Int, perSpan: Int, latest: Int, days: Int
  ) {
    self.acts = acts
    self.theirs = theirs
    self.ties = ties
    self.promise = promise
    self.perSpan = perSpan
    self.latest = latest
    self.days = max(1, days)
  }

  public static let standard = DueWeights(
    acts: [
      .keepPromise: 100, .thank: 90, .reportBack: 80, .askFeedback: 70, .tellNews: 70, .renew: 60, .followUp: 50,
      .tryAgain: 30, .keepInTouch: 20,
    ],
    theirs: 30,
    ties: [.interviewedMe: 50, .wasHiringManager: 50, .referredMe: 50, .recruitsForIt: 20],
    promise: 40, perSpan: 50, latest: 150, days: 7)
}
