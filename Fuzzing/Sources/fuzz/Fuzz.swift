import Foundation
import KithCLI
import KithConformance
import KithCore

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The name that libFuzzer's library looks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Hands mutated files to the importer that KITH_FUZZ_FORMAT names: it may refuse them, never trap. What it reads is
/// written by the exporter of that name and must be read again.
@main
struct Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, readOne))
  }

  private static let name = ProcessInfo.processInfo.environment["KITH_FUZZ_FORMAT"] ?? ""
  private static let now = Timestamp(secondsSince1970: 1_793_880_000)
  private static let importer: any Importer = {
    guard let importer = PluginRegistry.builtIn.importer(named: name) else { fatalError("no format '\(name)'") }
    return importer
  }()
  private static let exporter = PluginRegistry.builtIn.exporter(named: name)

  static func read(_ bytes: [UInt8]) {
    _ = importer.recognizes(Array(bytes.prefix(4096)))
    // A refusal is nobody's concern here.
    guard let graph = try? graph(of: bytes), !graph.entities.isEmpty, let exporter else { return }
    do {
      _ = try self.graph(of: try written(graph, by: exporter))
    } catch {
      fatalError("what was written is not read: \(error)")
    }
  }

  private static func graph(of bytes: [UInt8]) throws -> InMemoryGraph {
    let collector = GraphCollector()
    let context = ImportContext(
      input: InputSource(bytes: bytes), options: try OptionValues([], for: importer.format), now: now,
      diagnostics: DiagnosticLog(), receive: collector.receive)
    try importer.importRecords(in: context)
    return collector.graph(now: now)
  }

  private static func written(_ graph: InMemoryGraph, by exporter: any Exporter) throws -> [UInt8] {
    let output = OutputSink.inMemory()
    try exporter.run(
      on: graph, including: Set(PrivateData.allCases),
      in: ExportContext(
        output: output, options: try OptionValues([], for: exporter.format), now: now, diagnostics: DiagnosticLog()))
    return output.withBytes { Array($0) }
  }
}
