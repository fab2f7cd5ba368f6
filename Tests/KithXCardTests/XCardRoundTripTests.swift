import KithConformance
import KithCore
import KithTesting
import KithVCard
import KithXCard
import Testing

@Suite struct XCardRoundTripTests {
  @Test(arguments: ["people", "all"], SampleGraph.all.map(\.name))
  func `what comes back is what vCard 4.0 gives back`(kinds: String, sample: String) throws {
    let graph = try #require(SampleGraph.all.first { $0.name == sample }?.graph)
    let expected = try Harness.recordsOfVCard(graph, kinds: kinds)
    let found = try Harness.records(readingBack: graph, in: XCardFormat(), kinds: kinds)
    #expect(found.count == expected.count)
    for (one, other) in zip(Alike.records(found), Alike.records(expected)) where one != other {
      Issue.record("\(one)\n\nis not\n\n\(other)")
    }
  }

  @Test func `what was read is written as it came`() throws {
    for sample in SampleGraph.all {
      let first = try Harness.export(sample.graph, in: XCardFormat())
      let collector = GraphCollector()
      for record in try Harness.records(first, in: XCardFormat()) { collector.receive(record) }
      var graph = collector.graph(now: Harness.now)
      graph.entities.removeAll { entity in !collector.entities.contains { $0.id == entity.id } }
      let log = DiagnosticLog()
      let again = try Harness.records(Harness.export(graph, in: XCardFormat(), log: log), in: XCardFormat())
      #expect(again.count(where: isEntity) == collector.entities.count, "\(sample.name)")
      for (one, other) in zip(again.filter(isEntity), collector.entities) where one != .entity(other) {
        Issue.record("\(sample.name): \(one)\n\nis not\n\n\(other)")
      }
    }
  }

  private func isEntity(_ record: ImportedRecord) -> Bool { if case .entity = record { true } else { false } }
}
