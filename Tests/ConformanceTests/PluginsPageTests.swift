import Foundation
import KithCore
import KithJSONLines
import Testing

@testable import KithConformance

/// Documentation/plugins.md says what the code does.
struct PluginsPageTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  private let page = try? String(contentsOf: root.appending(path: "Documentation/plugins.md"), encoding: .utf8)

  /// What stands between the fences of the blocks in `language`.
  private func blocks(_ language: String) throws -> [String] {
    try #require(page).components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test func theExampleIsTheFileThatIsCompiled() throws {
    let file = PluginsPageTests.tests.appending(path: "Strangers/MarkdownExporter.swift")
    #expect(try blocks("swift").contains(try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func theLinesOfTheWireFormatAreReadAndWrittenAsShown() throws {
    let lines = try #require(try blocks("json").first)
    let plugin = JSONLinesFormat()
    let options = try OptionValues([], for: plugin.format)
    let log = DiagnosticLog()
    let collector = GraphCollector()
    try plugin.importRecords(
      in: ImportContext(
        input: InputSource(bytes: Array(lines.utf8)), options: options, now: SampleGraph.clock, diagnostics: log,
        receive: collector.receive))
    let sink = OutputSink.inMemory()
    let context = ExportContext(output: sink, options: options, now: SampleGraph.clock, diagnostics: log)
    try plugin.run(on: collector.graph(now: SampleGraph.clock), in: context)
    #expect(sink.withBytes { String(decoding: $0, as: UTF8.self) } == lines)
    #expect(log.groups.isEmpty)
  }

  @Test func everyCheckIsExplained() throws {
    let page = try #require(page)
    let names = ExporterConformance.checks.map { $0.name } + ImporterConformance.checks.map { $0.name }
    for name in names { #expect(page.contains(name), "the check '\(name)' is not on the page") }
  }
}
