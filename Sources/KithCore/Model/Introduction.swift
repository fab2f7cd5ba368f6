/// A request to be introduced: who was asked, whom one wants to meet, and what became of it. Private.
public struct Introduction: Hashable, Sendable {
  public var id: Identifier
  /// The person who was asked to introduce.
  public var connector: Identifier
  /// The person whom one wants to meet.
  public var person: Identifier
  public var application: Identifier?
  /// Why one wants to meet them, in words that the connector can pass on; may be empty.
  public var reason: String
  /// What became of it, the latest last.
  public var steps: [Step]

  public init(
    id: Identifier, connector: Identifier, person: Identifier, application: Identifier? = nil, reason: String = "",
    steps: [Step] = []
  ) {
    self.id = id
    self.connector = connector
    self.person = person
    self.application = application
    self.reason = reason
    self.steps = steps
  }

  /// Who of the two agreed or declined.
  public enum Side: String, Sendable, CaseIterable {
    case connector, person
  }

  /// A step on the way from the question to the thank-you.
  public struct Step: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case asked, agreed, declined, made, met, thanked
    }

    public var kind: Kind
    /// Whose step it was, where either may take it: `agreed` and `declined`.
    public var by: Side?
    public var date: PartialDate?
    public var note: String?

    public init(_ kind: Kind, by side: Side? = nil, on date: PartialDate? = nil, note: String? = nil) {
      self.kind = kind
      self.by = side
      self.date = date
      self.note = note
    }
  }

  /// The last step; nil before the first.
  public var state: Step.Kind? { steps.last?.kind }

  /// Whether something is still to come: nobody declined, and not both have you met them and thanked the connector.
  public var isOpen: Bool { Introduction.isOpen(after: steps) }

  public static func isOpen(after steps: [Step]) -> Bool {
    let taken = Set(steps.map(\.kind))
    return !taken.contains(.declined) && !taken.isSuperset(of: [.met, .thanked])
  }

  public func has(_ kind: Step.Kind) -> Bool { steps.contains { $0.kind == kind } }

  /// Who has agreed; an introduction that was made has both.
  public var agreed: Set<Side> {
    if has(.made) { return Set(Side.allCases) }
    return Set(steps.filter { $0.kind == .agreed }.compactMap(\.by))
  }

  /// When the connector was asked.
  public var askedOn: PartialDate? { steps.first { $0.kind == .asked }?.date }
}

extension Introduction {
  /// The id of what is to be done after a step, the first of which is 0.
  public func followUp(ofStep step: Int) -> Identifier { Identifier(name: "introduction \(id) step \(step)") }
}
