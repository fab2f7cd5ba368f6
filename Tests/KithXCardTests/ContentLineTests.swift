import KithConformance
import KithCore
import KithVCard
import Testing

/// What lies between vCard and the formats that are other syntaxes of it.
@Suite struct ContentLineTests {
  @Test(arguments: ["people", "all"])
  func `a graph handed over as lines and received again is what vCard 4.0 gives`(kinds: String) throws {
    for sample in SampleGraph.all {
      let log = DiagnosticLog()
      let expected = try Harness.records(readingBack: sample.graph, in: VCardFormat(), kinds: kinds)
      let received = try Harness.recordsThroughLines(sample.graph, kinds: kinds, log: log)
      #expect(received == expected, "\(sample.name)")
      #expect(received.isEmpty == (sample.name == "empty"))
    }
  }

  @Test func `a line is split, unfolded and decoded`() throws {
    var ada = Harness.person("Ada Lovelace")
    let label = String(repeating: "a long street, ", count: 10) + "\"London\"\nEngland"
    ada.addresses = [PostalAddress(street: ["Dorset; Street"], formatted: label)]
    ada.emails = [EmailAddress("ada@x.test", details: ContactDetails(types: ["work"], label: "Desk", group: "G1"))]
    let lines = try Harness.lines(of: ada)
    #expect(lines.contains(ContentLine(name: "FN", value: "Ada Lovelace")))
    #expect(
      lines.contains(
        ContentLine(
          name: "ADR", parameters: [Parameter(name: "LABEL", values: [label])], value: ";;Dorset\\; Street;;;;")))
    let type = Parameter(name: "TYPE", values: ["work"])
    #expect(lines.contains(ContentLine(group: "G1", name: "EMAIL", parameters: [type], value: "ada@x.test")))
    #expect(lines.contains(ContentLine(group: "G1", name: "X-ABLabel", value: "Desk")))
    #expect(!lines.contains { ["BEGIN", "VERSION", "END"].contains($0.name) })
  }

  @Test func `what is received may hold anything`() throws {
    let hostile = ContentLine(
      group: "a.b:c\r\nd", name: "X-E\u{e9}:;\r\nEND:VCARD",
      parameters: [
        Parameter(name: "X;Y", values: ["a\"b^c\nd:e;f,g", ""]), Parameter(name: "", values: ["lost"]),
        Parameter(name: "EMPTY", values: []),
      ], value: "line\r\nEND:VCARD")
    let records = try Harness.receive([ContentLine(name: "FN", value: "Ada"), hostile], line: 7)
    guard case .entity(let ada) = try #require(records.first), records.count == 1 else { return #expect(Bool(false)) }
    let kept = try #require(ada.keptProperties.first)
    #expect(ada.keptProperties.count == 1)
    #expect(kept.name == "X-E------END-VCARD" && kept.group == "a.b-c--d" && kept.value == "line\\nEND:VCARD")
    #expect(kept.parameters.first == Parameter(name: "X-Y", values: ["a\"b^c\nd:e;f,g", ""]))
  }
}
