import KithCore

extension SampleGraph {
  /// Every type once with ends that it allows, then periods of every shape.
  static var relations: [Relation] { RelationType.allCases.map(sampleRelation) + datedRelations }

  /// A relation of `type` between two of the first nine entities.
  private static func sampleRelation(_ type: RelationType) -> Relation {
    let ends = type.ends
    return Relation(sampleEnd(ends.subject, 0), type, sampleEnd(ends.object, 1), title: sampleTitle(type))
  }

  private static func sampleEnd(_ kinds: Set<Entity.Kind>, _ position: Int) -> Identifier {
    let byKind: [Entity.Kind: [UInt64]] = [
      .person: [2, 3], .company: [4, 5], .organization: [6, 7], .event: [8, 9],
    ]
    let kind = kinds.min() ?? .person
    return id(byKind[kind]?[position] ?? 0)
  }

  private static func sampleTitle(_ type: RelationType) -> String? {
    switch type {
    case .worksFor: "Programmer"
    case .memberOf: "Fellow"
    case .related: "correspondent"
    default: nil
    }
  }

  private static var datedRelations: [Relation] {
    [
      Relation(
        id(2), .worksFor, id(4), title: "CTO, Engines & Mills", units: ["Mill", "Store; Barrel"],
        period: Period(start: PartialDate("2021-03-01"))),
      Relation(
        id(2), .worksFor, id(5), title: "Apprentice",
        period: Period(start: PartialDate("2018"), end: PartialDate("2021-02"))),
      Relation(id(3), .worksFor, id(5), title: "Partner", period: Period(endedAtUnknownDate: true)),
      Relation(
        id(3), .worksFor, id(4), period: Period(start: PartialDate("2019-09"), endedAtUnknownDate: true)),
      Relation(id(3), .memberOf, id(6), period: Period(end: PartialDate("2020-12-31"))),
      Relation(id(10), .worksFor, id(4), title: "Rear admiral"),
      Relation(id(1), .met, id(2), period: Period(start: PartialDate("2025-05-02"))),
      Relation(id(8), .partOf, id(9)),
    ]
  }
}
