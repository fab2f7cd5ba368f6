import Foundation
import KithConformance
import KithCore
import KithXCard
import Testing

/// The RELAX NG of RFC 6351 (appendix A), through libxml2.
@Suite struct XCardSchemaTests {
  @Test func `what RFC 6350 can say is valid`() throws {
    for sample in SampleGraph.all where sample.name != "empty" {
      for kinds in ["people", "all"] {
        let file = try Harness.export(sample.graph, in: XCardFormat(), kinds: kinds)
        guard let complaints = Schema.complaints(about: file) else { return print("skipped: no \(Schema.path)") }
        let isHostile = sample.name == "hostile"
        // Its addresses are no URIs.
        let others = complaints.filter { !$0.contains("anyURI") && !$0.contains("Element uri") && $0 != "invalid" }
        #expect((isHostile ? others : complaints) == [], "\(sample.name), kinds=\(kinds)")
      }
    }
  }

  @Test func `what is valid is read whole`() throws {
    let file = URL(filePath: Schema.path).deletingLastPathComponent()
      .appending(path: "../corpora/vcard/jscontact-tools/xcard/xCard-RFC6351.xml")
    guard let bytes = try? [UInt8](Data(contentsOf: file)) else { return print("skipped: no \(file.path)") }
    let log = DiagnosticLog()
    let records = try Harness.records(bytes, in: XCardFormat(), log: log)
    #expect(log.groups.isEmpty)
    guard case .entity(let simon)? = records.first else {
      Issue.record("no card")
      return
    }
    var graph = InMemoryGraph()
    graph.entities = [simon]
    #expect(Schema.complaints(about: try Harness.export(graph, in: XCardFormat())) == [])
  }
}
