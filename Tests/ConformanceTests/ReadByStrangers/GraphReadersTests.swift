import Foundation
import KithConformance
import KithCore
import KithDOT
import KithGraphML
import Testing

/// Programs for graphs read the nodes and edges that kith wrote.
@Suite struct GraphReadersTests {
  private struct ReadGraph: Decodable, Equatable {
    let nodes: [[String]]
    let edges: [[String]]

    init(of graph: InMemoryGraph) {
      let names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
      nodes = graph.entities.map { [$0.name, $0.kind.rawValue] }
      edges = graph.relations.map { [names[$0.subject] ?? "", $0.type.rawValue, names[$0.object] ?? ""] }
    }

    static func == (left: ReadGraph, right: ReadGraph) -> Bool {
      func sorted(_ rows: [[String]]) -> [[String]] { rows.sorted { $0.lexicographicallyPrecedes($1) } }
      return sorted(left.nodes) == sorted(right.nodes) && sorted(left.edges) == sorted(right.edges)
    }
  }

  private static let graphs: [(name: String, graph: InMemoryGraph)] = [
    ("small", SampleGraph.small), ("everything", SampleGraph.everything),
    ("big", SampleGraph.big(people: 200, seed: 7)),
  ]

  private func write(_ exporter: any Exporter, _ graph: InMemoryGraph) throws -> URL {
    let output = OutputSink.inMemory()
    let context = ExportContext(
      output: output, options: try OptionValues([], for: exporter.format), now: SampleGraph.clock,
      diagnostics: DiagnosticLog())
    try exporter.run(on: graph, in: context)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(UUID().uuidString)")
    try output.withBytes { try Data($0).write(to: file) }
    return file
  }

  private func read(_ reader: String, _ exporter: any Exporter, _ graph: InMemoryGraph) throws -> ReadGraph {
    let file = try write(exporter, graph)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = Stranger.folder.appendingPathComponent("read_graph.py").path
    let answer = try #require(try Stranger.run(["python3", script, reader, file.path]))
    return try JSONDecoder().decode(ReadGraph.self, from: Data(answer.utf8))
  }

  @Test(arguments: graphs.map(\.name))
  func networkxReadsOurGraphML(_ name: String) throws {
    guard try Stranger.run(["python3", "-c", "import networkx"]) != nil else {
      return print("skipped: Python's networkx is not installed")
    }
    let graph = try #require(Self.graphs.first { $0.name == name }).graph
    #expect(try read("networkx", GraphMLFormat(), graph) == ReadGraph(of: graph))
  }

  @Test(arguments: graphs.map(\.name))
  func pydotReadsOurDOT(_ name: String) throws {
    guard try Stranger.run(["python3", "-c", "import pydot"]) != nil else {
      return print("skipped: Python's pydot is not installed")
    }
    let graph = try #require(Self.graphs.first { $0.name == name }).graph
    #expect(try read("pydot", DOTFormat(), graph) == ReadGraph(of: graph))
  }

  @Test(arguments: graphs.map(\.name) + ["hostile", "empty"])
  func graphvizReadsOurDOT(_ name: String) throws {
    guard try Stranger.run(["dot", "-V"]) != nil else { return print("skipped: Graphviz is not installed") }
    let graph = try #require((Self.graphs + SampleGraph.all).first { $0.name == name }).graph
    let file = try write(DOTFormat(), graph)
    defer { try? FileManager.default.removeItem(at: file) }
    // A name of a megabyte is read, but for dot wider than its paper: nop reads and writes without a layout.
    let program = name == "hostile" ? ["nop"] : ["dot", "-Tcanon"]
    let canonical = try #require(try Stranger.run(program + [file.path]))
    #expect(canonical.components(separatedBy: " -> ").count - 1 == graph.relations.count)
    #expect(canonical.components(separatedBy: "kind=").count - 1 == graph.entities.count)
  }

  @Test func hostileGraphMLIsWellFormed() throws {
    guard Stranger.hasXMLLint else { return print("skipped: xmllint is not installed") }
    let file = try write(GraphMLFormat(), SampleGraph.hostile)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try Stranger.run(["xmllint", "--noout", "--huge", file.path]) != nil)
  }
}
