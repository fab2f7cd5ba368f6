import KithConformance
import KithCore
import KithJSONLines
import Testing

@Suite struct JSONLinesRoundTripTests {
  @Test func everythingComesBack() throws {
    let graph = SampleGraph.everything
    let first = try Harness.export(graph)
    let imported = try Harness.read(first)
    #expect(imported.log.groups.isEmpty)
    #expect(imported.graph.entities == graph.entities)
    #expect(Set(imported.graph.relations) == Set(graph.relations))
    #expect(imported.graph.interactions == graph.interactions)
    #expect(imported.graph.applications == graph.applications)
    #expect(imported.graph.followUps == graph.followUps)
    #expect(imported.graph.feedback == graph.feedback)
    #expect(imported.graph.introductions == graph.introductions)
    #expect(imported.graph.keepInTouch == graph.keepInTouch)
    #expect(imported.graph.owner == graph.owner)
    #expect(try Harness.export(imported.graph) == first)
  }

  @Test func hostileValuesComeBack() throws {
    let graph = SampleGraph.hostile
    let first = try Harness.export(graph)
    let imported = try Harness.read(first)
    #expect(imported.log.groups.isEmpty)
    #expect(imported.graph.entities == graph.entities)
    #expect(imported.graph.followUps == graph.followUps)
    #expect(imported.graph.feedback == graph.feedback)
    #expect(imported.graph.introductions == graph.introductions)
    #expect(imported.graph.keepInTouch == graph.keepInTouch)
    #expect(try Harness.export(imported.graph) == first)
    #expect(!first.contains { $0 < 0x20 && $0 != 0x0a || $0 == 0x7f })
  }

  @Test func recordsComeInOrder() throws {
    let text = String(decoding: try Harness.export(SampleGraph.everything), as: UTF8.self)
    let kinds = text.split(separator: "\n").map { String($0.dropFirst(11).prefix { $0 != "\"" }) }
    let order = [
      "graph", "entity", "me", "relation", "application", "interaction", "followUp", "feedback",
      "introduction", "keepInTouch",
    ]
    #expect(kinds == kinds.sorted { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! })
    #expect(text.hasPrefix("{\"record\":\"graph\",\"schema\":3}\n"))
    #expect(text.contains("\"type\":\"worksFor\""))
  }

  @Test func aPeriodIsTwoMembers() throws {
    var graph = InMemoryGraph()
    graph.entities = (1...2).map {
      Entity(id: SampleGraph.id($0), kind: .person, name: "Ada", created: SampleGraph.clock)
    }
    let period = Period(start: PartialDate("2020-01"), end: PartialDate("2021"))
    graph.relations = [Relation(SampleGraph.id(1), .knows, SampleGraph.id(2), period: period)]
    let text = String(decoding: try Harness.export(graph), as: UTF8.self)
    #expect(text.contains("\"start\":\"2020-01\",\"end\":\"2021\""))
  }

  @Test func anEmptyGraphIsItsHeader() throws {
    let text = try Harness.export(InMemoryGraph())
    #expect(String(decoding: text, as: UTF8.self) == "{\"record\":\"graph\",\"schema\":1}\n")
    #expect(try Harness.read(text).graph.entities.isEmpty)
  }
}
