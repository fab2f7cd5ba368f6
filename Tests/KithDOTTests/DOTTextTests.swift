import Foundation
import KithConformance
import KithCore
import KithDOT
import Testing

/// What DOT makes of characters that mean something to it.
@Suite struct DOTTextTests {
  private func label(_ name: String) throws -> String {
    var graph = InMemoryGraph()
    graph.entities = [Entity(id: SampleGraph.id(1), kind: .person, name: name, created: SampleGraph.clock)]
    let text = try DOTText.written(graph)
    let start = try #require(text.range(of: "label=\"")).upperBound
    let end = try #require(text.range(of: "\", kind=")).lowerBound
    return String(text[start..<end])
  }

  @Test(arguments: [
    ("Ada", "Ada"), ("\"Ada\"", #"\"Ada\""#), (#"back\"#, #"back\\"#), (#"\N"#, #"\\N"#),
    ("two\nlines", #"two\nlines"#),
    ("two\r\nlines", #"two\nlines"#), ("R&D", "R&D"), ("&lt;", "&amp;lt;"), ("&#10;", "&amp;#10;"), ("<b>", "<b>"),
    ("a\u{1}b", "a\u{fffd}b"), ("a\u{85}b", "a\u{fffd}b"), ("林", "林"),
  ])
  func labelsAreEscaped(_ name: String, _ written: String) throws { #expect(try label(name) == written) }

  /// Graphviz reads no piece of more than 16,384 bytes.
  @Test(arguments: ["a", "\"", "é", "&a;"])
  func aLongNameIsWrittenInPieces(_ part: String) throws {
    let pieces = try label(String(repeating: part, count: 20_000)).components(separatedBy: "\" + \"")
    #expect(pieces.count > 1 && pieces.allSatisfy { $0.utf8.count < 16_384 })
  }

  @Test func edgesSayWhatTheyAreWhereAsked() throws {
    let plain = try DOTText.written(SampleGraph.small)
    #expect(plain.contains(#"[type="worksFor", title="CTO", start="2021"]"#))
    #expect(plain.contains(#"[type="met", dir="none", start="2026-10-05"]"#))
    let labelled = try DOTText.written(SampleGraph.small, [("edge-labels", "yes")])
    #expect(labelled.contains(#"label="works for\nCTO""#))
  }
}
