import Foundation
import KithConformance
import KithCore
import KithPicture
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a name or a title can do to the files: nothing.
@Suite struct PictureTextTests {
  private static let names =
    HostileText.short + [
      "</script><script>alert(1)</script>", "line\u{2028}end\u{2029}", "<!--<script>", "]]>", "--><b>", "Ada \u{0}",
      String(repeating: "long ", count: 2000),
    ]

  private static var graph: PictureGraph {
    let nodes = names.enumerated().map { index, name in
      PictureNode(
        EntitySummary(id: Identifier(high: 3, low: UInt64(index)), kind: .person, name: name), warmth: .month,
        facts: [PictureFact("tags", name)])
    }
    var graph = PictureGraph(nodes: nodes)
    for (index, name) in names.enumerated().dropFirst() {
      graph.add(Relation(nodes[0].id, .worksFor, nodes[index].id, title: name), isOver: false)
    }
    return graph
  }

  @Test func anSVGWithHostileNamesIsWellFormed() throws {
    let text = try SampleNetwork.svg(Self.graph)
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!text.contains("<script"))
    expectClean(text)
  }

  @Test func noNameEndsTheScriptOfThePage() throws {
    let text = try SampleNetwork.html(Self.graph)
    #expect(text.components(separatedBy: "</script").count == 3, "one of data and one of code")
    #expect(text.components(separatedBy: "<script").count == 3)
    #expect(!text.contains("<!--"))
    let data = try #require(
      text.components(separatedBy: "id=\"graph\">").last?.components(separatedBy: "</script").first)
    let read = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    #expect((read?["nodes"] as? [Any])?.count == Self.names.count)
    expectClean(text)
  }

  private func expectClean(_ text: String) {
    let controls = text.unicodeScalars.filter { TerminalText.isControl($0.value) && $0 != "\n" }
    #expect(controls.isEmpty, "\(controls)")
  }

  @Test func namesDoNotOverlapHoweverHostile() {
    #expect(PictureTests.complaints(about: Picture(Self.graph, title: "", caption: "")) == [])
  }

  /// The names of the namespace of SVG is no address that anything is loaded from.
  @Test func nothingIsLoadedFromAnywhere() throws {
    let graph = SampleNetwork.graph(people: 20)
    for text in [try SampleNetwork.svg(graph), try SampleNetwork.html(graph)] {
      let rest = text.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      for word in ["://", "src=", "@import", "url(", "href", "fetch(", "XMLHttp", "import(", "//cdn"] {
        #expect(!rest.replacingOccurrences(of: "url(#arrow)", with: "").contains(word), "\(word)")
      }
    }
    #expect(try SampleNetwork.html(graph).contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "))
  }

  @Test func aLongNameIsShortenedInThePictureAndWholeInItsTooltip() throws {
    let name = "Augusta Ada King Noel Countess of Lovelace"
    let node = PictureNode(EntitySummary(id: Identifier(high: 4, low: 1), kind: .person, name: name))
    let text = try SampleNetwork.svg(PictureGraph(nodes: [node]))
    #expect(text.contains("…</text>"))
    #expect(text.contains("<title>\(name), person</title>"))
  }

  @Test func tiesReadAsSentences() throws {
    var graph = PictureGraph(nodes: [
      PictureNode(EntitySummary(id: Identifier(high: 4, low: 1), kind: .company, name: "Analytical Engines")),
      PictureNode(EntitySummary(id: Identifier(high: 4, low: 2), kind: .person, name: "Ada Lovelace")),
    ])
    let (company, ada) = (graph.nodes[0].id, graph.nodes[1].id)
    let since = Period(start: PartialDate("2021"))
    graph.add(Relation(ada, .worksFor, company, title: "CTO", period: since), isOver: false)
    graph.add(Relation(ada, .founded, company), isOver: false)
    #expect(graph.edges.count == 1, "two ties between the same two are one line")
    let words = "Ada Lovelace works for Analytical Engines, CTO, since 2021; Ada Lovelace founded Analytical Engines"
    #expect(try SampleNetwork.svg(graph).contains("<title>\(words)</title>"))
  }
}
