import Foundation
import KithCore

/// A file through an importer.
struct Reading {
  private let importer: any Importer
  private let arguments: Arguments

  init(_ importer: any Importer, _ arguments: Arguments) {
    self.importer = importer
    self.arguments = arguments
  }

  func measure() throws -> Result {
    var entities = 0
    let seconds = try Processor.measure(arguments.runs) {
      entities = 0
      try run { if case .entity = $0 { entities += 1 } }
    }
    let size = try FileManager.default.attributesOfItem(atPath: arguments.file)[.size] as? Int ?? 0
    return Result(what: "read \(arguments.format)", records: entities, bytes: size, seconds: seconds)
  }

  /// All that the file says, to be written again.
  func graph() throws -> InMemoryGraph {
    var graph = InMemoryGraph()
    var relations: [ImportedRelation] = []
    try run { record in
      switch record {
      case .entity(let entity): graph.entities.append(entity)
      case .relation(let relation): relations.append(relation)
      case .interaction(let interaction): graph.interactions.append(interaction)
      case .application(let application): graph.applications.append(application)
      case .followUp(let followUp): graph.followUps.append(followUp)
      case .feedback(let feedback): graph.feedback.append(feedback)
      case .keepInTouch(let kept): graph.keepInTouch.append(kept)
      case .me(let owner): graph.owner = owner
      }
    }
    var made: [EntityReference: Identifier] = [:]
    func id(_ reference: EntityReference) -> Identifier? {
      switch reference {
      case .id(let id): return id
      case .me: return graph.owner
      case .named(let name, let kind):
        if let known = made[reference] { return known }
        let entity = Entity(id: Identifier(name: "\(kind) \(name)"), kind: kind, name: name, created: now)
        graph.entities.append(entity)
        made[reference] = entity.id
        return entity.id
      }
    }
    graph.relations = relations.compactMap { relation in
      guard let subject = id(relation.subject), let object = id(relation.object) else { return nil }
      return Relation(
        subject, relation.type, object, title: relation.title, units: relation.units, period: relation.period)
    }
    return graph
  }

  private let now = Timestamp(secondsSince1970: 1_790_000_000)

  private func run(_ receive: @escaping (ImportedRecord) throws -> Void) throws {
    let descriptor = open(arguments.file, O_RDONLY)
    guard descriptor >= 0 else { throw Failure("cannot open \(arguments.file)") }
    defer { close(descriptor) }
    let input = InputSource { Swift.max(read(descriptor, $0.baseAddress, $0.count), 0) }
    let options = try OptionValues(arguments.options, for: importer.format)
    try importer.importRecords(
      in: ImportContext(input: input, options: options, now: now, diagnostics: DiagnosticLog(), receive: receive))
  }
}
