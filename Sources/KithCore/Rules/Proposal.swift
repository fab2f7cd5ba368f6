/// Something that the rules would have you do for somebody.
public struct Proposal: Hashable, Sendable {
  public enum Matter: Hashable, Sendable {
    case followUp(FollowUp.Act, due: CivilDay)
    case keepInTouch(every: Interval, since: CivilDay)
  }

  /// Why it is this person, where it is for one of several.
  public enum Choice: Hashable, Sendable {
    /// Their role comes before those of so many others.
    case roleComesFirst(others: Int)
    /// They were the last of so many in the same role, on that day.
    case latest(of: Int, on: PartialDate)
    case recordedFirst(of: Int)
  }

  /// A person, or the company.
  public let entity: Identifier
  public let act: RejectionRule.Act
  public let role: RejectionRule.Role
  public let matter: Matter
  /// To whom they introduced you, where that is why.
  public let introduced: Identifier?
  /// Nil where nobody else could have been asked.
  public let choice: Choice?

  public init(
    _ entity: Identifier, _ act: RejectionRule.Act, as role: RejectionRule.Role, _ matter: Matter,
    introduced: Identifier? = nil, choice: Choice? = nil
  ) {
    self.entity = entity
    self.act = act
    self.role = role
    self.matter = matter
    self.introduced = introduced
    self.choice = choice
  }

  /// The day on which it is due for the first time.
  public var due: CivilDay {
    switch matter {
    case .followUp(_, let due): due
    case .keepInTouch(let every, let since): every.after(since)
    }
  }

  /// "interviewer, the last of 3 to see you (2026-10-20)"; "introduced you to Ada Lovelace" where the name is given.
  public func grounds(introduced name: String? = nil) -> String {
    if role == .introducer, let name { return "introduced you to \(name)" }
    return switch choice {
    case nil: role.phrase
    case .roleComesFirst(let others)?: "\(role.phrase), asked before \(others) other\(others == 1 ? "" : "s")"
    case .latest(let count, let day)?: "\(role.phrase), the last of \(count) to see you (\(day))"
    case .recordedFirst(let count)?: "\(role.phrase), the first recorded of \(count)"
    }
  }
}
