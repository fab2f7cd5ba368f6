import ArgumentParser
import KithCore
import KithStore

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Show what to know of somebody before a call, in ten lines.",
    discussion: """
      How you met and through whom, their part in your applications, the last three contacts, what you owe each other, \
      whom and what you both know, the latest note. All of it is private.

      Example:
        kith brief ada
      """)

  @Argument(help: "Who.", completion: .people)
  var who: String

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      var found = try graph.matches(who, among: [.person]).best
      // Nothing found: the resolver says so, with the nearest names.
      if found.isEmpty { found = [try Resolver(graph: graph).one(who, .person)] }
      let briefs = try found.compactMap { try Brief($0.id, in: graph, today: invocation.today) }
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json: try BriefJSON.write(briefs, to: output)
      case .table:
        for (position, brief) in briefs.enumerated() {
          if position > 0 { try output.write("\n") }
          try brief.write(to: output, terminal: invocation.terminal)
        }
      }
      try output.flush()
    }
  }
}
