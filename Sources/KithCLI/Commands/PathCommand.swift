import ArgumentParser
import KithCore
import KithStore

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Find who can introduce you to somebody.",
    discussion: """
      The best few chains of people who know each other, from you to a person, or to anybody at a company: who works there \
      now, then who did. The shorter, stronger and fresher the ties, and the less was asked of a connector lately, the \
      better. Only recorded relations between people are steps. Who is marked with kith person edit --do-not-ask yes is \
      never a connector.

      Examples:
        kith path ada
        kith path @"Analytical Engines" --max 4 --avoid grace
      """)

  @Argument(help: "A person, a company or an organization; with @, a company.", completion: .records)
  var target: String

  @Option(
    name: .customLong("from"), help: ArgumentHelp("Who begins, in place of you.", valueName: "person"),
    completion: .people)
  var from: String?

  @Option(
    name: .customLong("max"), help: ArgumentHelp("The greatest number of steps, from 1 to 10.", valueName: "steps"))
  var maximum = 3

  @Option(
    name: .customLong("avoid"),
    help: ArgumentHelp("Who is not to be a connector. May be repeated.", valueName: "person"),
    completion: .people)
  var avoided: [String] = []

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (1...10).contains(maximum) else { throw ValidationError("--max takes 1 to 10, not \(maximum)") }
  }

  func run() throws {
    let today = Invocation.current.today
    try store.read { graph in
      let found = try FindPath(
        target: target, from: from, maximum: maximum, avoiding: avoided, graph: graph, today: today
      ).run()
      let output = PathOutput(chains: found.chains, me: try graph.me(), today: today.date)
      try output.write(format, from: found.from, to: found.target, Descriptor.standardOutput.sink())
      if format == .table, let hint = hint(found) { try Descriptor.standardError.say(TerminalText.cleaned(hint)) }
    }
  }

  /// What to do with the best chain.
  private func hint(_ found: FindPath.Found) -> String? {
    guard from == nil, let chain = found.chains.first, chain.steps > 1 else { return nil }
    let (connector, person) = (chain.people[1].name, chain.people[2].name)
    return "kith intro ask \"\(connector)\" \"\(person)\" records that you asked"
  }
}
