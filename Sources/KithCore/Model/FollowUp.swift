/// Something to do: for or with whom, what, until when, why, and what became of it. Private.
public struct FollowUp: Hashable, Sendable {
  public var id: Identifier
  public var act: Act
  /// The person, company or organization that it is with; never an event.
  public var entity: Identifier
  /// Who is to do it: a promise may be theirs.
  public var owedBy: Party
  /// Nil where there is no hurry.
  public var due: CivilDay?
  /// What was promised, or is to be said; may be empty.
  public var what: String
  /// What it came from; may be empty.
  public var why: String
  public var application: Identifier?
  public var event: Identifier?
  /// What happened when it was promised, or what was done about it.
  public var interaction: Identifier?
  public var state: State
  public var created: Timestamp

  public init(
    id: Identifier, _ act: Act, _ entity: Identifier, owedBy: Party = .me, due: CivilDay? = nil, what: String = "",
    why: String = "", application: Identifier? = nil, event: Identifier? = nil, interaction: Identifier? = nil,
    state: State = .open, created: Timestamp
  ) {
    self.id = id
    self.act = act
    self.entity = entity
    self.owedBy = owedBy
    self.due = due
    self.what = what
    self.why = why
    self.application = application
    self.event = event
    self.interaction = interaction
    self.state = state
    self.created = created
  }

  /// What kind of thing is to be done. The raw value is the word in every format and in the store.
  public enum Act: String, Sendable, CaseIterable {
    case thank, askFeedback, tellNews, reportBack, keepInTouch, tryAgain, followUp, renew, keepPromise
  }

  public enum Party: String, Sendable, CaseIterable {
    case me, them
  }

  /// Whether it is still to be done, or when that was settled.
  public enum State: Hashable, Sendable {
    case open
    case done(on: CivilDay)
    case skipped(on: CivilDay)

    /// The day on which it was settled; nil while open.
    public var day: CivilDay? {
      switch self {
      case .open: nil
      case .done(let day), .skipped(let day): day
      }
    }

    /// `open`, `done` or `skipped`.
    public var word: String {
      switch self {
      case .open: "open"
      case .done: "done"
      case .skipped: "skipped"
      }
    }

    /// Nil unless `word` is one of the three, and a day is given just where one belongs.
    public init?(_ word: String, on day: CivilDay?) {
      switch (word, day) {
      case ("open", nil): self = .open
      case ("done", let day?): self = .done(on: day)
      case ("skipped", let day?): self = .skipped(on: day)
      default: return nil
      }
    }
  }

  public var isOpen: Bool { state == .open }
}

extension FollowUp.Act: CustomStringConvertible {
  public var description: String { rawValue }
}
