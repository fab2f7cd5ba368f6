/// One way in which a person is tied to a company, with the evidence for it.
public struct Tie: Sendable, Equatable {
  /// Best first.
  public enum Kind: String, Sendable, CaseIterable {
    case interviewedMe, wasHiringManager, referredMe, worksThereNow, recruitsForIt, workedThere, isMember, wasMember
    case metAtItsEvent, introducedByThem

    public var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }

    public var phrase: String {
      switch self {
      case .interviewedMe: "interviewed me"
      case .wasHiringManager: "hiring manager"
      case .isMember: "is a member"
      case .wasMember: "was a member"
      case .referredMe: "referred me"
      case .worksThereNow: "works there now"
      case .recruitsForIt: "recruits for it"
      case .workedThere: "worked there"
      case .metAtItsEvent: "met at its event"
      case .introducedByThem: "introduced by"
      }
    }
  }

  public let kind: Kind
  /// When it was so, as far as known.
  public var period: Period
  /// The position held, the role played, the event's name.
  public var detail: String?
  /// Whether they were there when the answer came; nil where the dates do not say.
  public var wasThereForAnswer: Bool?
  /// The event, or who introduced them.
  public var via: EntitySummary?
  public var application: Identifier?

  public init(
    _ kind: Kind, period: Period = .unknown, detail: String? = nil, wasThereForAnswer: Bool? = nil,
    via: EntitySummary? = nil, application: Identifier? = nil
  ) {
    self.kind = kind
    self.period = period
    self.detail = detail
    self.wasThereForAnswer = wasThereForAnswer
    self.via = via
    self.application = application
  }
}

/// A person with everything that ties them to a company, best tie first.
public struct TiedPerson: Sendable, Equatable {
  public let person: EntitySummary
  public var ties: [Tie]
}

/// Everyone tied to a company, by the strength of their best tie.
public struct CompanyTies: Sendable, Equatable {
  public let company: EntitySummary
  public let applications: [JobApplication]
  public let people: [TiedPerson]

  /// The same with no other people than those.
  public func only(_ people: Set<Identifier>) -> CompanyTies {
    CompanyTies(
      company: company, applications: applications, people: self.people.filter { people.contains($0.person.id) })
  }

  /// The latest rejection, if the company said no.
  public var rejection: JobApplication.Outcome? {
    applications.compactMap(\.outcome).filter { $0.kind == .rejected }
      .max { ($0.date?.packed ?? 0) < ($1.date?.packed ?? 0) }
  }
}
