import ArgumentParser
import KithCore
import KithStore

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what is due today or overdue, what presses most first.",
    discussion: """
      Follow-ups, and people with whom you mean to keep in touch. The points are a sum: days late relative to the \
      interval, the act, the part they had in an application, a promise of yours that is open; --why shows it. Those that \
      have been due for longest are ranked, as many as are shown or 50 of each sort.

      Examples:
        kith due --why
        kith due @"Analytical Engines" --limit 5 --format json
      """)

  @Argument(help: "Only those with whom; see kith help selectors.", completion: .selectors)
  var selector: [String] = []

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int = 50

  @Flag(name: .customLong("why"), help: "Show the arithmetic of the ranking.")
  var showsArithmetic = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    let invocation = Invocation.current
    let typed = try TypedSelector(selector)
    try store.read { graph in
      let shown = try typed.view(of: graph)
      let acts = try Agenda(graph: shown, today: invocation.today).ranked(through: invocation.today, limit: limit)
      let output = Descriptor.standardOutput.sink()
      let rows = DueOutput(today: invocation.today, showsArithmetic: showsArithmetic)
      switch format {
      case .json: try rows.writeJSON(acts, output)
      case .table: try rows.writeTable(acts, invocation.terminal, output)
      }
      try output.flush()
      if acts.isEmpty, format == .table { try Descriptor.standardError.say("nothing is due") }
    }
  }
}
