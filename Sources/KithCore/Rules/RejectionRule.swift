/// One line of the rules: what to do, for whom, and when.
public struct RejectionRule: Hashable, Sendable {
  /// The word in the file and on the command line.
  public enum Act: String, Sendable, CaseIterable {
    case thank, feedback, news, keepInTouch, tryAgain

    /// The follow-up that comes of it; nil for an interval of touch.
    public var followUp: FollowUp.Act? {
      switch self {
      case .thank: .thank
      case .feedback: .askFeedback
      case .news: .tellNews
      case .tryAgain: .tryAgain
      case .keepInTouch: nil
      }
    }

    /// "ask for feedback"
    public var phrase: String {
      switch self {
      case .thank: "thank"
      case .feedback: "ask for feedback"
      case .news: "tell the news"
      case .keepInTouch: "keep in touch"
      case .tryAgain: "try again"
      }
    }

    /// Whom it may be for: a company is applied to again, a person is thanked.
    var roles: [Role] {
      switch self {
      case .tryAgain: [.company]
      case .keepInTouch: Role.allCases
      case .thank, .feedback, .news: Role.allCases.filter { $0 != .company }
      }
    }
  }

  /// The parts that people have in an application, those who introduced you to them, and the company itself.
  public enum Role: String, Sendable, CaseIterable {
    case interviewer, recruiter, hiringManager, referrer, contact, introducer, company

    public init(_ role: JobApplication.Involvement.Role) {
      switch role {
      case .interviewer: self = .interviewer
      case .recruiter: self = .recruiter
      case .hiringManager: self = .hiringManager
      case .referrer: self = .referrer
      case .contact: self = .contact
      }
    }

    public var phrase: String { self == .hiringManager ? "hiring manager" : rawValue }
  }

  /// How long after the answer, or how often.
  public enum Delay: Hashable, Sendable {
    /// At least 1.
    case workingDays(Int)
    case interval(Interval)

    public func day(after day: CivilDay, in week: WorkWeek) -> CivilDay {
      switch self {
      case .workingDays(let count): week.day(count, after: day)
      case .interval(let interval): interval.after(day)
      }
    }
  }

  public var act: Act
  /// In order: where it is for one person only, the first role that somebody has decides.
  public var roles: [Role]
  public var isForOne: Bool
  /// Whoever has one of these roles too is left out.
  public var exceptions: [Role]
  /// An interval for ``Act/keepInTouch``.
  public var delay: Delay

  public init(
    _ act: Act, _ roles: [Role], isForOne: Bool = false, except exceptions: [Role] = [], _ delay: Delay
  ) {
    self.act = act
    self.roles = roles
    self.isForOne = isForOne
    self.exceptions = exceptions
    self.delay = delay
  }
}
