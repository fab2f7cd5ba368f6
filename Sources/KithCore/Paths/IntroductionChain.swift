/// A way from one person to another through people who know each other.
public struct IntroductionChain: Sendable, Equatable {
  /// From the first to the last; two or more.
  public var people: [EntitySummary]
  /// Between each and the next.
  public var ties: [TieFacts]
  /// Of those within, in their order.
  public var loads: [ConnectorLoad]
  /// Where the last one works or worked, if a company was asked for.
  public var employment: Employment?

  public init(
    people: [EntitySummary], ties: [TieFacts], loads: [ConnectorLoad] = [], employment: Employment? = nil
  ) {
    self.people = people
    self.ties = ties
    self.loads = loads
    self.employment = employment
  }

  public struct Employment: Sendable, Equatable {
    public let company: EntitySummary
    public let type: RelationType
    public let title: String?
    public let period: Period

    public init(_ company: EntitySummary, _ type: RelationType, title: String? = nil, period: Period = .unknown) {
      self.company = company
      self.type = type
      self.title = title
      self.period = period
    }
  }

  public var steps: Int { ties.count }
  /// Those who would be asked to introduce.
  public var connectors: ArraySlice<EntitySummary> { people.dropFirst().dropLast() }

  /// From nothing to 1. A further step costs as much as a weak tie does.
  public func strength(today: PartialDate) -> Double {
    let further = ties.dropFirst().reduce(1.0) { product, _ in product * 0.6 }
    let asked = loads.reduce(1.0) { $0 * $1.factor }
    return ties.reduce(further * asked) { $0 * TieStrength.of($1, today: today) }
  }
}
