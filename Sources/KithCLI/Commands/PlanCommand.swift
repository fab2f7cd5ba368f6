import ArgumentParser
import KithCore
import KithStore

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Choose from what is due what fits into the time there is.",
    discussion: """
      What presses most first, each with the minutes that such an act takes; then what has no date.

      Example:
        kith plan --minutes 30
      """)

  @Option(name: .customLong("minutes"), help: ArgumentHelp("How long you have.", valueName: "number"))
  var minutes: Int = 30

  @Flag(name: .customLong("all"), help: "Say why, also where a company said no.")
  var namesRejections = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if !(1...1440).contains(minutes) {
      throw ValidationError("--minutes is \(minutes); it takes a number from 1 to 1440, which is a day")
    }
  }

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      let agenda = Agenda(graph: graph, today: invocation.today)
      let open = try agenda.ranked(through: invocation.today, limit: 50) + agenda.undated(limit: 50)
      let acts = ActMinutes.standard.fitting(open, into: minutes, \.facts)
      let output = Descriptor.standardOutput.sink()
      let rows = DueOutput(today: invocation.today, namesRejections: namesRejections, minutes: .standard)
      switch format {
      case .json: try rows.writeJSON(acts, output)
      case .table:
        try rows.writeTable(acts, invocation.terminal, output)
        if !acts.isEmpty { try output.write(sum(of: acts)) }
      }
      try output.flush()
      if acts.isEmpty, format == .table {
        try Descriptor.standardError.say(
          open.isEmpty ? "nothing is due" : "nothing that is due fits into \(PlanCommand.time(minutes))")
      }
    }
  }

  private func sum(of acts: [OpenAct]) -> String {
    let needed = acts.map { ActMinutes.standard.of($0.facts.act, owedBy: $0.facts.owedBy) }.reduce(0, +)
    return "\(needed) of \(PlanCommand.time(minutes))\n"
  }

  private static func time(_ minutes: Int) -> String { minutes == 1 ? "1 minute" : "\(minutes) minutes" }
}
