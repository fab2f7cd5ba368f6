import KithConformance
import KithCore
import Testing

struct GraphCollectorTests {
  private let now = Timestamp(secondsSince1970: 5)
  private let ada = Entity(
    id: Identifier(high: 0, low: 1), kind: .person, name: "Ada Lovelace", created: Timestamp(secondsSince1970: 1))
  private let engines = Entity(
    id: Identifier(high: 0, low: 2), kind: .company, name: "Analytical Engines",
    created: Timestamp(secondsSince1970: 1))

  private func graph(_ records: [ImportedRecord]) -> InMemoryGraph {
    let collector = GraphCollector()
    records.forEach(collector.receive)
    return collector.graph(now: now)
  }

  @Test func findsNamedEndsThatComeLater() {
    let job = ImportedRelation(.id(ada.id), .worksFor, .named(engines.name, .company), title: "CTO")
    let read = graph([.entity(ada), .relation(job), .entity(engines)])
    #expect(read.entities == [ada, engines])
    #expect(read.relations == [Relation(ada.id, .worksFor, engines.id, title: "CTO")])
  }

  @Test func makesNamedEndsOnce() throws {
    let jobs = [RelationType.worksFor, .founded].map { ImportedRelation(.id(ada.id), $0, .named("Mills", .company)) }
    let read = graph([.entity(ada)] + jobs.map { .relation($0) })
    #expect(read.entities.map(\.name) == ["Ada Lovelace", "Mills"])
    #expect(Set(read.relations.map(\.object)) == [try #require(read.entities.last).id])
    #expect(read.entities.last?.created == now)
  }

  @Test func knowsTheUserOnlyWhenTold() {
    let met = ImportedRelation(.me, .met, .id(engines.id))
    #expect(graph([.relation(met)]).relations.isEmpty)
    let told = graph([.relation(met), .me(ada.id)])
    #expect(told.owner == ada.id)
    #expect(told.relations == [Relation(ada.id, .met, engines.id)])
  }
}
