import ArgumentParser
import KithCore

struct ApplicationShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything known of an application.",
    discussion: """
      Example:
        kith application show "Analytical Engines"
      """)

  @Argument(help: ApplicationArgument.help, completion: .companies)
  var reference: String

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      let found = try ApplicationReference(reference, in: graph).found
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json:
        try ApplicationOutput.writeJSON(found.compactMap { try graph.application($0.application.id) }, graph, output)
      case .table:
        for (position, summary) in found.enumerated() {
          if position > 0 { try output.write("\n") }
          try ApplicationOutput.card(summary, graph, invocation.terminal).write(to: output)
        }
      }
      try output.flush()
    }
  }
}
