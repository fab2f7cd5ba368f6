/// An application for a job: where it stands (`stages`) and how it ended (`outcome`; nil while open). Private.
public struct JobApplication: Hashable, Sendable {
  public var id: Identifier
  public var company: Identifier
  public var position: String
  public var stages: [Stage]
  public var outcome: Outcome?
  public var involved: [Involvement]
  /// Where the job was posted.
  public var url: String?
  public var note: String?

  public init(
    id: Identifier, company: Identifier, position: String, stages: [Stage] = [], outcome: Outcome? = nil,
    involved: [Involvement] = [], url: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.company = company
    self.position = position
    self.stages = stages
    self.outcome = outcome
    self.involved = involved
    self.url = url
    self.note = note
  }

  /// A step of the process that was reached, and when.
  public struct Stage: Hashable, Sendable {
    /// One of `commonNames`, or what an import said.
    public var name: String
    public var date: PartialDate?

    public init(_ name: String, on date: PartialDate? = nil) {
      self.name = name
      self.date = date
    }

    public static let commonNames = [
      "applied", "screening", "phone", "technical", "takehome", "onsite", "final", "offer",
    ]
  }

  /// How an application ended.
  public struct Outcome: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case rejected, offer, withdrawn, ghosted
    }

    public var kind: Kind
    public var date: PartialDate?
    /// The stage at which the answer came.
    public var stage: String?
    public var reason: String?

    public init(_ kind: Kind, on date: PartialDate? = nil, stage: String? = nil, reason: String? = nil) {
      self.kind = kind
      self.date = date
      self.stage = stage
      self.reason = reason
    }
  }

  /// A person's part in an application.
  public struct Involvement: Hashable, Sendable {
    public enum Role: String, Sendable, CaseIterable {
      case recruiter, interviewer, hiringManager, referrer, contact
    }

    public var person: Identifier
    public var role: Role
    public var date: PartialDate?

    public init(_ person: Identifier, as role: Role, on date: PartialDate? = nil) {
      self.person = person
      self.role = role
      self.date = date
    }
  }

  public var appliedOn: PartialDate? { stages.compactMap(\.date).min() }
}
