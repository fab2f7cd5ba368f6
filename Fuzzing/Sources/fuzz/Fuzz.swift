import Foundation
import KithCLI
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

/// Hands mutated files to the importer that KITH_FUZZ_FORMAT names: it may refuse them, never trap.
@main
struct Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, readOne))
  }

  private static let importer: any Importer = {
    let name = ProcessInfo.processInfo.environment["KITH_FUZZ_FORMAT"] ?? ""
    guard let importer = PluginRegistry.builtIn.importer(named: name) else { fatalError("no format '\(name)'") }
    return importer
  }()

  /// Reads the file; what it is handed, and what it throws, is nobody's concern here.
  static func read(_ bytes: [UInt8]) {
    let diagnostics = DiagnosticLog()
    let now = Timestamp(secondsSince1970: 1_793_880_000)
    _ = importer.recognizes(Array(bytes.prefix(4096)))
    guard let options = try? OptionValues([], for: importer.format) else { return }
    let context = ImportContext(
      input: InputSource(bytes: bytes), options: options, now: now, diagnostics: diagnostics
    ) { _ in }
    try? importer.importRecords(in: context)
  }
}
