import KithCore

/// Whether one may try at a company, and who is there to knock at.
struct Door {
  enum State: String, CaseIterable {
    case open, ajar, closed
  }

  /// What makes somebody a holder, the strongest first.
  enum Hold: String, CaseIterable {
    case referred, interviewed, hiringManager, inTouch, worksThere

    /// Whether they know your work, or you keep in touch: reason enough to try in spite of a no.
    var isWarm: Bool { self != .worksThere }

    /// "interviewed you", and where, if told.
    func phrase(at company: String?) -> String {
      guard let company else { return phrase }
      return phrase + (self == .referred ? " to " : " at ") + company
    }

    private var phrase: String {
      switch self {
      case .referred: "referred you"
      case .interviewed: "interviewed you"
      case .hiringManager: "hiring manager"
      case .inTouch: "in touch with you"
      case .worksThere: "works there"
      }
    }
  }

  struct Holder: Equatable {
    let person: Identifier
    let hold: Hold
    /// The company at which they got to know you, where it is another one.
    var elsewhere: Identifier?
  }

  let company: Identifier
  let state: State
  /// Those who are there as far as is known, the strongest hold first.
  let holders: [Holder]
  /// When it said no last, where that still stands.
  let rejected: PartialDate?
  /// From when to try again, where that was said.
  let tryAgain: CivilDay?

  /// Nil where there is neither anybody nor a no: then there is no door to tell of.
  init?(_ company: Identifier, holders: [Holder], applications: [JobApplication], tryAgain: CivilDay?, today: CivilDay)
  {
    let no = Door.standingRejection(among: applications)
    guard no != nil || !holders.isEmpty || applications.contains(where: { $0.outcome == nil }) else { return nil }
    self.company = company
    self.holders = holders
    self.tryAgain = tryAgain
    rejected = no?.date
    if no == nil || tryAgain.map({ $0 <= today }) ?? false {
      state = .open
    } else {
      state = holders.contains { $0.hold.isWarm } ? .ajar : .closed
    }
  }

  /// The last no, unless an application since then is open or ended otherwise.
  private static func standingRejection(among applications: [JobApplication]) -> JobApplication.Outcome? {
    let last = applications.filter { $0.outcome?.kind == .rejected }
      .max { ($0.outcome?.date?.packed ?? 0) < ($1.outcome?.date?.packed ?? 0) }
    guard let last, let no = last.outcome else { return nil }
    let isOvertaken = applications.contains { application in
      guard application.outcome?.kind != .rejected, let applied = application.appliedOn, let date = no.date else {
        return false
      }
      return applied >= date
    }
    return isOvertaken ? nil : no
  }
}
