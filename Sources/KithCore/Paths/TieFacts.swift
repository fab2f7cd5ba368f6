/// What is recorded between two people: the ground on which one can be asked to introduce to the other.
public struct TieFacts: Sendable, Equatable {
  /// A relation between the two, as seen from the first.
  public struct Edge: Sendable, Equatable {
    public let type: RelationType
    /// Whether the first of the two is its subject.
    public let isForward: Bool
    public let title: String?
    public let period: Period

    public init(_ type: RelationType, isForward: Bool, title: String? = nil, period: Period = .unknown) {
      self.type = type
      self.isForward = isForward
      self.title = title
      self.period = period
    }
  }

  public var edges: [Edge]
  /// How often they were in touch, where one of them is the owner of the graph.
  public var contacts: Int
  public var lastContact: PartialDate?
  /// The event at which they were first in touch.
  public var metAt: EntitySummary?
  /// Where both were at the same time.
  public var overlaps: [Overlap]

  public init(
    _ edges: [Edge], contacts: Int = 0, lastContact: PartialDate? = nil, metAt: EntitySummary? = nil,
    overlaps: [Overlap] = []
  ) {
    self.edges = edges
    self.contacts = contacts
    self.lastContact = lastContact
    self.metAt = metAt
    self.overlaps = overlaps
  }
}
