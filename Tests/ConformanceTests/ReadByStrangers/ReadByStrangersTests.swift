import Foundation
import KithConformance
import KithCore
import KithVCard
import KithXML
import Testing

/// What kith writes is read back the same by programs that are not kith.
@Suite struct ReadByStrangersTests {
  private static let graphs: [(name: String, graph: InMemoryGraph)] = [
    ("small", SampleGraph.small), ("everything", SampleGraph.everything),
    ("big", SampleGraph.big(people: 300, seed: 7)),
  ]
  private static let day = PartialDate(SampleGraph.clock.description.prefix(10))!

  private func write(_ exporter: any Exporter, _ graph: InMemoryGraph, _ options: [(name: String, value: String)] = [])
    throws -> URL
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    let sink = OutputSink { handle.write(Data($0)) }
    try exporter.run(
      on: graph,
      in: ExportContext(
        output: sink, options: OptionValues(options, for: exporter.format), now: SampleGraph.clock,
        diagnostics: DiagnosticLog()))
    try handle.close()
    return file
  }

  @Test(arguments: graphs.map(\.name))
  func vobjectReadsOurCards(_ name: String) throws {
    guard Stranger.hasVObject else { return print("skipped: Python's vobject is not installed") }
    let graph = try #require(Self.graphs.first { $0.name == name }).graph
    let file = try write(VCardFormat(), graph)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = Stranger.folder.appendingPathComponent("read_vobject.py").path
    let answer = try #require(try Stranger.run(["python3", script, file.path]))
    let read = try answer.split(separator: "\n").map { try JSONDecoder().decode(CardFacts.self, from: Data($0.utf8)) }
    expectEqual(read, try CardFacts.expected(of: graph, on: Self.day))
  }

  @Test(arguments: CardReader.all.flatMap { reader in reader.versions.map { (reader, $0) } })
  func librariesReadOurCards(_ reader: CardReader, _ version: String) throws {
    guard reader.command != nil else { return print("skipped: \(reader.name) is not installed") }
    guard VCardFormat().format.options.contains(where: { $0.name == "version" && $0.choices.contains(version) }) else {
      return
    }
    for (name, graph) in Self.graphs where reader.readsGroups || name != "everything" {
      let file = try write(VCardFormat(), graph, [("version", version)])
      defer { try? FileManager.default.removeItem(at: file) }
      let read = try #require(try reader.read(file), "\(reader.name), \(name)")
      expectEqual(read, try CardFacts.expected(of: graph, on: Self.day))
    }
  }

  @Test(arguments: graphs.map(\.name) + ["hostile"])
  func xmllintAcceptsOurXML(_ name: String) throws {
    guard Stranger.hasXMLLint else { return print("skipped: xmllint is not installed") }
    let graph = Self.graphs.first { $0.name == name }?.graph ?? SampleGraph.hostile
    let file = try write(XMLFormat(), graph)
    defer { try? FileManager.default.removeItem(at: file) }
    let schema = Stranger.folder.appendingPathComponent("../../Plugins/XML/kith.rng").standardized.path
    #expect(try Stranger.run(["xmllint", "--noout", "--relaxng", schema, file.path]) != nil)
  }

  private func expectEqual(_ read: [CardFacts], _ expected: [CardFacts]) {
    #expect(read.count == expected.count)
    for (read, expected) in zip(read, expected) { #expect(read == expected) }
  }
}
