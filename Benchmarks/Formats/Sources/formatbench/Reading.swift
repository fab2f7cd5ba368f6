import Foundation
import KithConformance
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
    let collector = GraphCollector()
    try run(collector.receive)
    return collector.graph(now: now)
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
