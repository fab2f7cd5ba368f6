import KithCore

/// What an import did.
public struct ImportResult: Sendable, Equatable {
  public var created: [Entity.Kind: Int] = [:]
  /// Records that were there and now say more.
  public var changed = 0
  public var unchanged = 0
  /// Of the records that were there, how many were known by what.
  public var matched: [MatchKey: Int] = [:]
  /// Jobs that ended because the file names the next one at the same company.
  public var endedJobs = 0
  /// Those who interviewed or referred the user and now work where they did not.
  public var newEmployers: [NewEmployer] = []
  public var relations = 0
  public var interactions = 0
  public var applications = 0
  public var followUps = 0
  public var feedback = 0
  public var introductions = 0
  public var keepInTouch = 0
  /// Records read, of every sort.
  public var records = 0

  public init() {}

  /// Records that were there or are there now.
  public var takenCount: Int {
    createdCount + changed + unchanged + relations + interactions + applications + followUps + feedback
      + introductions + keepInTouch
  }
  public var createdCount: Int { created.values.reduce(0, +) }
}

/// Somebody, and the company where they work as of late.
public struct NewEmployer: Sendable, Equatable {
  public let person: Identifier
  public let company: Identifier
}
