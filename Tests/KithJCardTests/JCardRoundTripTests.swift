import KithConformance
import KithCore
import KithJCard
import KithTesting
import KithVCard
import Testing

@Suite struct JCardRoundTripTests {
  @Test(arguments: ["people", "all"], SampleGraph.all.map(\.name))
  func `what comes back is what vCard 4.0 gives back`(kinds: String, sample: String) throws {
    let graph = try #require(SampleGraph.all.first { $0.name == sample }?.graph)
    let expected = try Harness.records(Harness.export(graph, in: VCardFormat(), kinds: kinds), in: VCardFormat())
    let found = try Harness.records(Harness.export(graph, kinds: kinds))
    #expect(found.count == expected.count)
    for (one, other) in zip(Alike.records(found), Alike.records(expected)) where one != other {
      Issue.record("\(one)\n\nis not\n\n\(other)")
    }
  }

  @Test func `what was read is written as it came`() throws {
    for sample in SampleGraph.all {
      let collector = GraphCollector()
      for record in try Harness.records(Harness.export(sample.graph)) { collector.receive(record) }
      var graph = collector.graph(now: Harness.now)
      graph.entities.removeAll { entity in !collector.entities.contains { $0.id == entity.id } }
      let again = try Harness.records(Harness.export(graph)).filter {
        if case .entity = $0 { true } else { false }
      }
      #expect(again == collector.entities.map { .entity($0) }, "\(sample.name)")
    }
  }
}
