import KithConformance
import KithCore
import KithVCard

enum Harness {
  static let now = SampleGraph.clock

  static func person(_ name: String, id: UInt64 = 1) -> Entity {
    Entity(id: SampleGraph.id(id), kind: .person, name: name, created: now)
  }

  static func options(_ format: Format, kinds: String) throws -> OptionValues {
    let given = format.options.contains { $0.name == "version" } ? [("version", "4.0")] : []
    return try OptionValues(given + [("kinds", kinds)], for: format)
  }

  static func export(
    _ graph: InMemoryGraph, in exporter: any Exporter, kinds: String = "all", log: DiagnosticLog = DiagnosticLog()
  ) throws -> [UInt8] {
    let output = OutputSink.inMemory()
    let context = ExportContext(
      output: output, options: try options(exporter.format, kinds: kinds), now: now, diagnostics: log)
    try exporter.run(on: graph, including: Set(PrivateData.allCases), in: context)
    return output.withBytes { Array($0) }
  }

  static func importContext(
    _ input: InputSource, of format: Format, _ log: DiagnosticLog, _ receive: @escaping (ImportedRecord) throws -> Void
  ) throws -> ImportContext {
    ImportContext(
      input: input, options: try options(format, kinds: "all"), now: now, diagnostics: log, receive: receive)
  }

  static func records(
    _ bytes: [UInt8], in importer: any Importer, log: DiagnosticLog = DiagnosticLog()
  ) throws -> [ImportedRecord] {
    let collector = GraphCollector()
    let input = InputSource(bytes: bytes)
    try importer.importRecords(in: try importContext(input, of: importer.format, log) { collector.receive($0) })
    return collector.records
  }

  /// What comes back when `graph` is written and read.
  static func records(
    readingBack graph: InMemoryGraph, in format: any Exporter & Importer, kinds: String
  ) throws -> [ImportedRecord] {
    try records(export(graph, in: format, kinds: kinds), in: format)
  }
}

extension Harness {
  static func lines(of entity: Entity) throws -> [ContentLine] {
    var graph = InMemoryGraph()
    graph.entities = [entity]
    var lines: [ContentLine] = []
    try forEachCard(of: graph, kinds: "all", log: DiagnosticLog()) { lines += $0.lines() }
    return lines
  }

  static func receive(_ lines: [ContentLine], line: Int) throws -> [ImportedRecord] {
    let collector = GraphCollector()
    let receiver = try receiver(to: collector)
    try receiver.receive(lines, line: line)
    return collector.records
  }

  static func recordsThroughLines(_ graph: InMemoryGraph, kinds: String, log: DiagnosticLog) throws -> [ImportedRecord]
  {
    let collector = GraphCollector()
    let receiver = try receiver(to: collector)
    try forEachCard(of: graph, kinds: kinds, log: log) { try receiver.receive($0.lines(), line: 1) }
    return collector.records
  }

  private static func receiver(to collector: GraphCollector) throws -> CardReceiver {
    let input = InputSource(bytes: [])
    return CardReceiver(
      try importContext(input, of: VCardFormat().format, DiagnosticLog()) { collector.receive($0) })
  }

  private static func forEachCard(
    of graph: InMemoryGraph, kinds: String, log: DiagnosticLog, _ body: (WrittenCard) throws -> Void
  ) throws {
    let context = ExportContext(
      output: .inMemory(), options: try options(VCardFormat().format, kinds: kinds), now: now, diagnostics: log)
    try VCardFormat.forEachCard(of: graph, in: context, body)
  }
}

extension Harness {
  /// What vCard 4.0 gives back of `graph`, where it holds nothing that XML 1.0 cannot.
  static func recordsOfVCard(_ graph: InMemoryGraph, kinds: String) throws -> [ImportedRecord] {
    var bytes = try export(graph, in: VCardFormat(), kinds: kinds)
    for index in bytes.indices.dropLast(2) where bytes[index] == 0xef && bytes[index + 1] == 0xbf {
      if bytes[index + 2] > 0xbd { bytes[index + 2] = 0xbd }
    }
    return try records(bytes, in: VCardFormat())
  }
}
