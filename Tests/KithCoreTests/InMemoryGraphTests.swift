import KithCore
import Testing

struct InMemoryGraphTests {
  private let ada = Identifier(high: 0, low: 1)
  private let grace = Identifier(high: 0, low: 2)
  private let engines = Identifier(high: 0, low: 3)

  private var graph: InMemoryGraph {
    var graph = InMemoryGraph()
    let now = Timestamp(secondsSince1970: 0)
    graph.owner = ada
    graph.entities = [
      Entity(id: ada, kind: .person, name: "Ada Lovelace", created: now),
      Entity(id: grace, kind: .person, name: "Grace Hopper", created: now),
      Entity(id: engines, kind: .company, name: "Analytical Engines", created: now),
    ]
    graph.relations = [
      Relation(grace, .knows, ada), Relation(ada, .worksFor, engines, title: "CTO"),
      Relation(grace, .worksFor, engines),
      Relation(ada, .knows, Identifier(high: 9, low: 9)),
    ]
    graph.applications = [JobApplication(id: Identifier(high: 1, low: 1), company: engines, position: "Engineer")]
    graph.followUps = [FollowUp(id: ada, .thank, grace, created: now)]
    graph.feedback = [Feedback(id: ada, giver: grace)]
    graph.introductions = [Introduction(id: ada, connector: grace, person: ada)]
    graph.keepInTouch = [KeepInTouch(grace, every: Interval("6w")!, since: CivilDay(daysSince1970: 0))]
    return graph
  }

  @Test func handsOverEntitiesWithTheirOutgoingRelations() throws {
    var seen: [String] = []
    try graph.forEachEntity(of: [.person], relations: [.worksFor, .knows]) { entity, relations in
      seen.append(entity.name)
      seen += relations.map { "\($0.type) \($0.object.name) \($0.title ?? "-")" }
    }
    #expect(
      seen == [
        "Ada Lovelace", "worksFor Analytical Engines CTO", "Grace Hopper", "knows Ada Lovelace -",
        "worksFor Analytical Engines -",
      ])
  }

  @Test func handsOverRelationsInTheOrderOfTheirSubjects() throws {
    var subjects: [Identifier] = []
    try graph.forEachRelation { subjects.append($0.subject) }
    #expect(subjects == [ada, ada, grace, grace])
  }

  @Test func counts() {
    let counts = graph.counts()
    #expect(counts.entities == [.person: 2, .company: 1])
    #expect(counts.relations == [.knows: 2, .worksFor: 2])
    #expect(counts.interactions == 0)
    #expect(counts.applications == 1)
    #expect((counts.followUps, counts.feedback, counts.introductions, counts.keepInTouch) == (1, 1, 1, 1))
    #expect(counts.notToAsk == 0)
  }

  @Test func looksUp() {
    #expect(graph.entity(grace)?.name == "Grace Hopper")
    #expect(graph.summary(of: engines)?.kind == .company)
    #expect(graph.entity(Identifier(high: 9, low: 9)) == nil)
    let types = Set(RelationType.allCases)
    #expect(graph.relations(touching: [engines], of: types).map(\.subject) == [ada, grace])
    #expect(graph.relations(touching: [ada], of: [.knows]).count == 2)
    #expect(graph.relations(touching: [engines], of: [.founded]).isEmpty)
    #expect(graph.applications(at: engines).count == 1)
    #expect(graph.applications(at: ada).isEmpty)
    #expect(graph.me() == ada)
  }
}
