/// What to do for whom once an application has ended, as a text file says it.
public struct RejectionRules: Hashable, Sendable {
  /// How an application ended, and whether people had talked to each other before.
  public struct Occasion: Hashable, Sendable {
    public var outcome: JobApplication.Outcome.Kind
    public var hadInterview: Bool

    public init(_ outcome: JobApplication.Outcome.Kind, hadInterview: Bool) {
      self.outcome = outcome
      self.hadInterview = hadInterview
    }

    public static let all = JobApplication.Outcome.Kind.allCases.flatMap {
      [Occasion($0, hadInterview: true), Occasion($0, hadInterview: false)]
    }
  }

  public var week: WorkWeek
  /// The stages at which people talk to each other.
  public var interviewStages: [String]
  private var rules: [Occasion: [RejectionRule]]

  public init(
    week: WorkWeek = .standard, interviewStages: [String] = [], rules: [Occasion: [RejectionRule]] = [:]
  ) {
    self.week = week
    self.interviewStages = interviewStages
    self.rules = rules
  }

  /// In the order of the file; none on an occasion that it does not name.
  public subscript(occasion: Occasion) -> [RejectionRule] {
    get { rules[occasion] ?? [] }
    set { rules[occasion] = newValue.isEmpty ? nil : newValue }
  }

  /// Whether somebody interviewed, or a stage was reached at which people talk to each other.
  public func hadInterview(_ application: JobApplication) -> Bool {
    if application.involved.contains(where: { $0.role == .interviewer }) { return true }
    let talks = Set(interviewStages.map(SearchKey.fold))
    let reached = application.stages.map(\.name) + [application.outcome?.stage].compactMap { $0 }
    return reached.contains { talks.contains(SearchKey.fold($0)) }
  }

  /// The rules for an application that has ended; none for an open one.
  public func rules(for application: JobApplication) -> [RejectionRule] {
    guard let outcome = application.outcome else { return [] }
    return self[Occasion(outcome.kind, hadInterview: hadInterview(application))]
  }
}
