import KithConformance
import KithCore
import KithXML
import Testing

@Suite struct XMLRoundTripTests {
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
    #expect(!first.contains { $0 < 0x20 && $0 != 0x0a && $0 != 0x09 || $0 == 0x7f })
  }

  @Test func anEmptyGraphIsItsRoot() throws {
    let text = try Harness.export(InMemoryGraph())
    #expect(
      String(decoding: text, as: UTF8.self)
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kith xmlns=\"urn:kith:graph:1\" schema=\"1\">\n</kith>\n")
    #expect(try Harness.read(text).graph.entities.isEmpty)
  }

  @Test func whatIsTypedIsReadable() throws {
    var ada = Entity(id: SampleGraph.id(1), kind: .person, name: "Ada Lovelace", created: SampleGraph.clock)
    ada.personName = PersonName(family: ["Lovelace", "King"])
    ada.notes = ["second\r\nline"]
    ada.period = Period(start: PartialDate("1815"), end: PartialDate("1852-11"))
    var graph = InMemoryGraph()
    graph.entities = [ada]
    let text = String(decoding: try Harness.export(graph), as: UTF8.self)
    #expect(text.contains("<name>Ada Lovelace</name><personName><family>Lovelace</family><family>King</family>"))
    #expect(text.contains("<note>second&#13;\nline</note>"))
    #expect(text.contains("<period start=\"1815\" end=\"1852-11\"/>"))
  }

  /// Longer than a text node of libxml2's may be.
  @Test func hugeValuesComeBack() throws {
    var graph = InMemoryGraph()
    var entity = Entity(id: SampleGraph.id(1), kind: .person, name: "Ada", created: SampleGraph.clock)
    entity.photo = .data(mediaType: "image/png", bytes: [UInt8](repeating: 7, count: 3_300_000))
    let acrossThePiece = String(repeating: "x", count: (4 << 20) - 1) + "€"
    entity.notes = [acrossThePiece + String(repeating: "y<", count: 4 << 20)]
    graph.entities = [entity]
    let first = try Harness.export(graph)
    #expect(try Harness.read(first).graph.entities == [entity])
  }

  @Test func aFullDiskIsPassedOn() throws {
    struct Full: Error {}
    let format = XMLFormat()
    for room in [0, 100, 5000, 100_000] {
      var left = room
      let output = OutputSink(capacity: 256) { bytes in
        left -= bytes.count
        if left < 0 { throw Full() }
      }
      let context = ExportContext(
        output: output, options: try OptionValues([], for: format.format), now: Harness.now,
        diagnostics: DiagnosticLog())
      #expect(throws: Full.self) { try format.run(on: SampleGraph.hostile, in: context) }
    }
  }
}
