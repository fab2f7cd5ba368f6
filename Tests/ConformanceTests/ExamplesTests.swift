import Foundation
import KithConformance
import KithCore
import Testing

/// The phone's export that the demo imports is what a phone would write, and is read whole.
struct ExamplesTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples/phone.vcf")

  private func bytes() throws -> [UInt8] { try Array(Data(contentsOf: ExamplesTests.file)) }

  @Test func linesEndInCRLFAndAreFolded() throws {
    let lines = try bytes().split(separator: 0x0a, omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true)
    #expect(lines.dropLast().allSatisfy { $0.last == 0x0d && $0.count <= 76 })
  }

  @Test func isReadWhole() throws {
    let importer = try #require(registry.importer(recognizing: Array(try bytes().prefix(4096))))
    #expect(importer.format.name == "vcard")
    let collector = GraphCollector()
    let log = DiagnosticLog()
    try importer.importRecords(
      in: ImportContext(
        input: InputSource(bytes: try bytes()), options: try OptionValues([], for: importer.format),
        now: SampleGraph.clock, diagnostics: log, receive: collector.receive))
    #expect(log.groups.map(\.first) == [])
    try expectPeople(in: collector.graph(now: SampleGraph.clock))
  }

  private func expectPeople(in graph: InMemoryGraph) throws {
    let people = graph.entities.filter { $0.kind == .person && !$0.keptOrReached.isEmpty }
    #expect(people.count == 12)
    #expect(people.count { $0.photo != nil } == 2)
    let ada = try #require(people.first { $0.name == "Ada Lovelace" })
    #expect(ada.emails.map(\.address) == ["ada@example.com", "countess@letters.example"])
    #expect(ada.emails.last?.details.label == "letters")
    #expect(ada.anniversaries.first?.date == PartialDate("--12-10"))
    let engines = try #require(graph.entities.first { $0.name == "Analytical Engines" })
    let jobs = graph.relations.filter { $0.type == .worksFor && $0.object == engines.id }
    #expect(jobs.map(\.title) == ["CTO", "Documentation engineer"])
  }
}

extension Entity {
  /// Tells a card from a person who is only named in one.
  fileprivate var keptOrReached: [String] { emails.map(\.address) + phones.map(\.number) }
}
