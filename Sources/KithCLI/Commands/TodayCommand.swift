import ArgumentParser
import KithCore
import KithStore

struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "Show in a few lines what is due today or overdue.",
    discussion: """
      What came of a no is among it, without saying so; --all says why, and shows everything that kith due ranks.

      Example:
        kith today
      """)

  @Flag(name: .customLong("all"), help: "All of it, and why, also where a company said no.")
  var isWhole = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  private static let fewLines = 7
  private static let most = 50

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      let all = try Agenda(graph: graph, today: invocation.today)
        .ranked(through: invocation.today, limit: TodayCommand.most)
      let acts = isWhole ? all : Array(all.prefix(TodayCommand.fewLines))
      let output = Descriptor.standardOutput.sink()
      let rows = DueOutput(today: invocation.today, namesRejections: isWhole)
      switch format {
      case .json: try rows.writeJSON(acts, output)
      case .table:
        try rows.writeTable(acts, invocation.terminal, output)
        if acts.count < all.count { try output.write(TodayCommand.more(all.count - acts.count, of: all.count)) }
      }
      try output.flush()
      if acts.isEmpty, format == .table { try Descriptor.standardError.say("nothing is due today") }
    }
  }

  private static func more(_ count: Int, of all: Int) -> String {
    "and \(count)\(all == most ? " or more" : "") others: kith due\n"
  }
}
