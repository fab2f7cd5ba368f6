import ArgumentParser
import KithCore
import KithStore

struct ReflectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reflect", abstract: "Count what was in your hands, and what you gained.",
    discussion: """
      Notes sent, promises kept, introductions, people met, feedback, and the weeks in a row with at least one act. \
      Companies that said no are named only with --rejections.

      Example:
        kith reflect --since 3mo
      """)

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("From when on: \(SinceArgument.help).", valueName: "since"))
  var since: SinceArgument?

  @Flag(
    name: .customLong("rejections"), help: "Show the applications that ended in a no, with who of them is in touch.")
  var showsRejections = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let invocation = Invocation.current
    let first = since?.day ?? invocation.today.adding(months: -3)
    guard first <= invocation.today else {
      throw CommandError("\(first) has not come yet: --since takes today or a day before", code: .usage)
    }
    try store.read { graph in
      let reflection = try Reflection(graph, since: first, today: invocation.today)
      let written = ReflectionOutput(reflection: reflection, showsRejections: showsRejections)
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json: try written.writeJSON(output)
      case .table: try written.writeTable(invocation.terminal, output)
      }
      try output.flush()
    }
  }
}
