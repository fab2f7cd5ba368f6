import KithConformance
import KithCore
import KithJCard
import KithVCard

enum Harness {
  static let now = SampleGraph.clock
  static let format = JCardFormat()

  static func person(_ name: String) -> Entity {
    Entity(id: SampleGraph.id(1), kind: .person, name: name, created: now)
  }

  private static func options(_ format: Format, kinds: String) throws -> OptionValues {
    let given = format.options.contains { $0.name == "version" } ? [("version", "4.0")] : []
    return try OptionValues(given + [("kinds", kinds)], for: format)
  }

  static func export(
    _ graph: InMemoryGraph, in exporter: any Exporter = format, kinds: String = "all",
    log: DiagnosticLog = DiagnosticLog()
  ) throws -> [UInt8] {
    let output = OutputSink.inMemory()
    let context = ExportContext(
      output: output, options: try options(exporter.format, kinds: kinds), now: now, diagnostics: log)
    try exporter.run(on: graph, including: Set(PrivateData.allCases), in: context)
    return output.withBytes { Array($0) }
  }

  static func text(_ entities: Entity...) throws -> String {
    var graph = InMemoryGraph()
    graph.entities = entities
    return String(decoding: try export(graph), as: UTF8.self)
  }

  /// Everything up to where the file cannot be read further, and why it cannot.
  static func attempt(
    _ input: InputSource, in importer: any Importer = format, log: DiagnosticLog = DiagnosticLog()
  ) throws -> (records: [ImportedRecord], error: ImportError?) {
    let collector = GraphCollector()
    let context = ImportContext(
      input: input, options: try options(importer.format, kinds: "all"), now: now, diagnostics: log,
      receive: { collector.receive($0) })
    do { try importer.importRecords(in: context) } catch let error as ImportError { return (collector.records, error) }
    return (collector.records, nil)
  }

  static func records(_ bytes: [UInt8], in importer: any Importer = format) throws -> [ImportedRecord] {
    let answer = try attempt(InputSource(bytes: bytes), in: importer)
    if let error = answer.error { throw error }
    return answer.records
  }

  static func names(_ records: [ImportedRecord]) -> [String] {
    records.compactMap { if case .entity(let entity) = $0 { entity.name } else { nil } }
  }

  /// The person of a card with an FN and the given properties.
  static func read(_ properties: String, log: DiagnosticLog = DiagnosticLog()) throws -> Entity {
    let text = "[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],\n[\"fn\",{},\"text\",\"Ada Lovelace\"],\n\(properties)]]"
    let answer = try attempt(InputSource(bytes: Array(text.utf8)), log: log)
    guard case .entity(let entity)? = answer.records.first else { throw answer.error ?? ImportError("no card") }
    return entity
  }
}
