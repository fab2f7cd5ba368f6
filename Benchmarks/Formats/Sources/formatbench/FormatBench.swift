import Foundation
import KithCore

/// Measures one format in this process: a file through its importer, records into nothing; the records through its
/// exporter, bytes into nothing.
///
///     formatbench FORMAT FILE [--option name=value] [--runs N] [--write FORMAT] [--write-option name=value]
@main
struct FormatBench {
  static func main() {
    do {
      try run(Arguments(CommandLine.arguments))
    } catch {
      FileHandle.standardError.write(Data("formatbench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    guard let importer = formats.importer(named: arguments.format) else {
      throw Failure("no importer '\(arguments.format)'")
    }
    print("| what | records | MB | CPU s, least | median | records/s | MB/s | peak MB |")
    print("|---|---|---|---|---|---|---|---|")
    try Reading(importer, arguments).measure().print()
    guard let name = arguments.written else { return }
    guard let exporter = formats.exporter(named: name) else { throw Failure("no exporter '\(name)'") }
    try Writing(exporter, of: Reading(importer, arguments).graph(), arguments).measure().print()
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
