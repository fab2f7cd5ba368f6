import KithCore
import KithVCard
import Testing

/// What reading a text gave.
struct Reading {
  var entities: [Entity] = []
  var relations: [ImportedRelation] = []
  var codes: [String] = []
  var lines: [String: [Int]] = [:]
  var counts: [String: Int] = [:]

  var only: Entity? { entities.count == 1 ? entities[0] : nil }
}

let noon = Timestamp(secondsSince1970: 1_793_620_800)

func read(_ text: String) throws -> Reading { try read(bytes: Array(text.utf8)) }

func read(bytes: [UInt8], chunk: Int = .max) throws -> Reading {
  var reading = Reading()
  let log = DiagnosticLog()
  var position = 0
  let input = InputSource { target in
    let count = min(target.count, chunk, bytes.count - position)
    bytes.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
  let format = VCardFormat()
  let options = try OptionValues([], for: format.format)
  let context = ImportContext(input: input, options: options, now: noon, diagnostics: log) { record in
    switch record {
    case .entity(let entity): reading.entities.append(entity)
    case .relation(let relation): reading.relations.append(relation)
    default: Issue.record("a vCard holds entities and relations")
    }
  }
  try format.importRecords(in: context)
  reading.codes = log.groups.map(\.first.code)
  for group in log.groups {
    reading.lines[group.first.code] = group.lines
    reading.counts[group.first.code] = group.count
  }
  return reading
}

/// Reads one card of version 3.0 with an FN and the given lines.
func readCard(_ lines: String..., version: String = "3.0") throws -> Entity {
  let text =
    (["BEGIN:VCARD", "VERSION:\(version)", "FN:Ada Lovelace", "N:Lovelace;Ada;;;"] + lines + ["END:VCARD", ""])
    .joined(separator: "\r\n")
  return try #require(try read(text).only)
}

func write(
  _ graph: InMemoryGraph, version: String = "3.0", kinds: String = "people", log: DiagnosticLog = DiagnosticLog()
) throws -> String {
  try write(graph, options: [("version", version), ("kinds", kinds)], log: log)
}

func write(
  _ graph: InMemoryGraph, options: [(name: String, value: String)], log: DiagnosticLog = DiagnosticLog()
) throws -> String {
  let format = VCardFormat()
  let options = try OptionValues(options, for: format.format)
  let output = OutputSink.inMemory()
  let context = ExportContext(output: output, options: options, now: noon, diagnostics: log)
  try format.run(on: graph, including: Set(PrivateData.allCases), in: context)
  return output.withBytes { String(decoding: $0, as: UTF8.self) }
}

func write(_ entities: Entity..., version: String = "3.0", kinds: String = "all") throws -> String {
  var graph = InMemoryGraph()
  graph.entities = entities
  return try write(graph, version: version, kinds: kinds)
}

/// The unfolded lines of a file, without soft line breaks and empty lines.
func lines(_ text: String) -> [String] {
  var unfolded: [[UInt8]] = []
  var isSoft = false
  for line in text.utf8.split(separator: 0x0a) {
    var line = Array(line)
    if line.last == 0x0d { line.removeLast() }
    let last = unfolded.indices.last
    if isSoft, let last {
      unfolded[last] += line
    } else if line.first == 0x20, let last {
      unfolded[last] += line.dropFirst()
    } else if !line.isEmpty {
      unfolded.append(line)
      isSoft = String(decoding: line, as: UTF8.self).contains("QUOTED-PRINTABLE:")
    }
    isSoft = isSoft && line.last == UInt8(ascii: "=")
    if isSoft { unfolded[unfolded.count - 1].removeLast() }
  }
  return unfolded.map { String(decoding: $0, as: UTF8.self) }
}

func person(_ name: String, id: UInt64 = 1) -> Entity {
  Entity(
    id: Identifier(high: 0x1111_1111_1111_4111, low: 0x8000_0000_0000_0000 + id), kind: .person, name: name,
    created: Timestamp(secondsSince1970: 1_600_000_000), modified: Timestamp(secondsSince1970: 1_700_000_000))
}
