import KithCore
import KithJSONLines

enum Harness {
  static let now = Timestamp(secondsSince1970: 1_800_000_000)

  static func export(_ graph: InMemoryGraph) throws -> [UInt8] {
    let output = OutputSink.inMemory()
    let format = JSONLinesFormat()
    let context = ExportContext(
      output: output, options: try OptionValues([], for: format.format), now: now, diagnostics: DiagnosticLog())
    try format.run(on: graph, in: context)
    return output.withBytes { Array($0) }
  }

  struct Result {
    var graph = InMemoryGraph()
    var named: [ImportedRelation] = []
    var log = DiagnosticLog()

    /// `skipped bad-line x1 @3`
    var remarks: [String] {
      log.groups.map {
        "\($0.first.kind) \($0.first.code) x\($0.count) @\($0.lines.map(String.init).joined(separator: ","))"
      }
    }
  }

  static func read(_ bytes: [UInt8]) throws -> Result { try read(InputSource(bytes: bytes)) }

  static func read(_ input: InputSource) throws -> Result {
    var result = Result()
    let format = JSONLinesFormat()
    let context = ImportContext(
      input: input, options: try OptionValues([], for: format.format), now: now,
      diagnostics: result.log
    ) { record in
      switch record {
      case .entity(let entity): result.graph.entities.append(entity)
      case .interaction(let interaction): result.graph.interactions.append(interaction)
      case .application(let application): result.graph.applications.append(application)
      case .followUp(let followUp): result.graph.followUps.append(followUp)
      case .feedback(let feedback): result.graph.feedback.append(feedback)
      case .introduction(let introduction): result.graph.introductions.append(introduction)
      case .keepInTouch(let keepInTouch): result.graph.keepInTouch.append(keepInTouch)
      case .me(let id): result.graph.owner = id
      case .relation(let relation):
        guard case .id(let subject) = relation.subject, case .id(let object) = relation.object else {
          result.named.append(relation)
          return
        }
        result.graph.relations.append(
          Relation(
            subject, relation.type, object, title: relation.title, units: relation.units, period: relation.period))
      }
    }
    try format.importRecords(in: context)
    return result
  }

  static func read(_ lines: String...) throws -> Result {
    try read(Array(lines.joined(separator: "\n").utf8))
  }
}
