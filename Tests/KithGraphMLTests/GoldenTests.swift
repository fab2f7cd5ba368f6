import Foundation
import KithConformance
import KithCore
import KithGraphML
import Testing

/// The sample graphs, byte for byte. `Scripts/record` writes the files anew.
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/GraphML").standardized
  private static let isRecording = ProcessInfo.processInfo.environment["KITH_RECORD"] != nil

  @Test(arguments: ["small", "everything"])
  func sameBytes(_ name: String) throws {
    let graph = try #require(SampleGraph.all.first { $0.name == name }).graph
    let file = Self.folder.appending(path: name + ".graphml")
    let made = try GraphMLText.written(graph)
    if Self.isRecording { try Data(made.utf8).write(to: file) }
    #expect(made == (try String(contentsOf: file, encoding: .utf8)), "\(name) changed")
  }
}

enum GraphMLText {
  static func written(
    _ graph: InMemoryGraph, _ options: [(name: String, value: String)] = [], log: DiagnosticLog = DiagnosticLog()
  ) throws -> String {
    let output = OutputSink.inMemory()
    let exporter = GraphMLFormat()
    try exporter.run(
      on: graph,
      in: ExportContext(
        output: output, options: OptionValues(options, for: exporter.format), now: SampleGraph.clock, diagnostics: log))
    return output.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
