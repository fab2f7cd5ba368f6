/// Advice: who was asked for it, what they said, and what was made of it. Private.
public struct Feedback: Hashable, Sendable {
  public var id: Identifier
  /// The person who gives it.
  public var giver: Identifier
  public var application: Identifier?
  /// A word or two by which advice of several people is brought together: `communication`.
  public var theme: String?
  /// What they said; empty until there is something.
  public var text: String
  /// What became of it, the latest last.
  public var steps: [Step]

  public init(
    id: Identifier, giver: Identifier, application: Identifier? = nil, theme: String? = nil, text: String = "",
    steps: [Step] = []
  ) {
    self.id = id
    self.giver = giver
    self.application = application
    self.theme = theme
    self.text = text
    self.steps = steps
  }

  /// A step on the way from a question to a thank-you.
  public struct Step: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case asked, declined, received, acted, reportedBack
    }

    public var kind: Kind
    public var date: PartialDate?
    /// What was done, above all for `acted`.
    public var note: String?

    public init(_ kind: Kind, on date: PartialDate? = nil, note: String? = nil) {
      self.kind = kind
      self.date = date
      self.note = note
    }
  }

  /// The last step; nil before the first.
  public var state: Step.Kind? { steps.last?.kind }
}
