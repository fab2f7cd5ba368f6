import ArgumentParser
import KithCore

struct RecordListCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List \(Kind.kind.plural).",
      discussion: """
        Example:
          kith \(Kind.word) list --limit 20
        """)
  }

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    try store.read { graph in
      let list = ListOutput(kinds: [Kind.kind], limit: limit, format: format)
      if try list.write(graph, to: Descriptor.standardOutput.sink()) == 0, format == .table {
        try Descriptor.standardError.say("no \(Kind.kind.plural) are recorded")
      }
    }
  }
}
