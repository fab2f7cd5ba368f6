import KithCore
import KithJSContact
import KithVCard

/// What reading a text gave.
struct Reading {
  var entities: [Entity] = []
  var relations: [ImportedRelation] = []
  var log = DiagnosticLog()

  var only: Entity? { entities.count == 1 ? entities[0] : nil }
  var codes: [String] { log.groups.map(\.first.code) }

  /// The entities as a graph, with the relations whose ends are known, and the companies that are known by name.
  var graph: InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = entities
    for relation in relations {
      guard case .id(let subject) = relation.subject else { continue }
      var object: Identifier
      switch relation.object {
      case .id(let id): object = id
      case .named(let name, let kind):
        object = Identifier(name: name)
        if !graph.entities.contains(where: { $0.id == object }) {
          graph.entities.append(Entity(id: object, kind: kind, name: name, created: noon))
        }
      case .me: continue
      }
      graph.relations.append(
        Relation(
          subject, relation.type, object, title: relation.title, units: relation.units, period: relation.period))
    }
    return graph
  }
}

let noon = Timestamp(secondsSince1970: 1_793_620_800)

func read(_ text: String, by format: any Importer = JSContactFormat()) throws -> Reading {
  try read(bytes: Array(text.utf8), by: format)
}

func read(bytes: [UInt8], chunk: Int = .max, by format: any Importer = JSContactFormat()) throws -> Reading {
  var reading = Reading()
  var position = 0
  let input = InputSource { target in
    let count = min(target.count, chunk, bytes.count - position)
    bytes.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
  let options = try OptionValues([], for: format.format)
  let context = ImportContext(input: input, options: options, now: noon, diagnostics: reading.log) { record in
    if case .entity(let entity) = record { reading.entities.append(entity) }
    if case .relation(let relation) = record { reading.relations.append(relation) }
  }
  try format.importRecords(in: context)
  return reading
}

func write(
  _ graph: InMemoryGraph, by format: any Exporter = JSContactFormat(),
  _ options: [(name: String, value: String)] = [], log: DiagnosticLog = DiagnosticLog()
) throws -> String {
  let output = OutputSink.inMemory()
  let context = ExportContext(
    output: output, options: try OptionValues(options, for: format.format), now: noon, diagnostics: log)
  try format.run(on: graph, in: context)
  return output.withBytes { String(decoding: $0, as: UTF8.self) }
}
