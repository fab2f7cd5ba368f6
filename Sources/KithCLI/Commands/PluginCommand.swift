import ArgumentParser
import KithConformance
import KithCore

struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Try out formats.",
    discussion: """
      Example:
        kith plugin check ldif
      """,
    subcommands: [PluginCheckCommand.self])
}

struct PluginCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Try a format on sample graphs, and say which rules it breaks.",
    discussion: """
      Everything that a format must do is tried, on graphs that are empty, small, big and hostile, with a full disk and \
      with a graph that fails half-way, and on damaged files. Nothing of your own graph is read. A program on the path is \
      started some hundred times, which may take minutes. Exit 1 means that a rule is broken.

      Examples:
        kith plugin check vcard
        kith plugin check ldif --sample directory.ldif
      """)

  @Argument(help: "The format, built in or a program kith-format-NAME on the path.", completion: .formats)
  var name: String

  @Option(
    name: .customLong("sample"),
    help: ArgumentHelp("A file for a format that only reads. May be repeated.", valueName: "file"), completion: .file())
  var samples: [String] = []

  func run() throws {
    try PluginCheck(name: name, samples: samples.map(PluginCheckCommand.bytes)).perform()
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try AnonymousFile()
    let input = try InputFile(path)
    try file.fill { try input.source.read(into: $0) }
    let sink = OutputSink.inMemory()
    try file.pour(into: sink)
    return sink.withBytes { Array($0) }
  }
}
