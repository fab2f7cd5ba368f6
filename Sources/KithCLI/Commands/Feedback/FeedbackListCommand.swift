import ArgumentParser
import KithCore
import KithStore

struct FeedbackListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List feedback, in the order in which it was recorded.",
    discussion: """
      Example:
        kith feedback list --state asked
      """)

  @Argument(help: "Who gives it; everybody if nothing is said.", completion: .people)
  var person: String?

  @Option(
    name: .customLong("state"),
    help: ArgumentHelp("Only what stands there: asked, declined, received, acted, reportedBack.", valueName: "state"))
  var state: FeedbackStateArgument?

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    try store.read { graph in
      let giver = try person.map { try Resolver(graph: graph).one($0, .person) }
      var found: [Feedback] = []
      if let giver {
        found = try graph.feedback(from: giver.id)
      } else {
        try graph.forEachFeedback { found.append($0) }
      }
      if let state { found.removeAll { $0.state != state.kind } }
      let output = Descriptor.standardOutput.sink()
      let written = try FeedbackOutput(found, in: graph)
      switch format {
      case .json: try written.writeJSON(found, output)
      case .table: try written.writeTable(found, Invocation.current.terminal, output)
      }
      try output.flush()
      if found.isEmpty, format == .table { try Descriptor.standardError.say("no such feedback is recorded") }
    }
  }
}

/// Where a piece of feedback stands.
struct FeedbackStateArgument: ExpressibleByArgument {
  let kind: Feedback.Step.Kind

  init?(argument: String) {
    let word = SearchKey.fold(argument)
    guard let kind = Feedback.Step.Kind.allCases.first(where: { SearchKey.fold($0.rawValue) == word }) else {
      return nil
    }
    self.kind = kind
  }

  static let allValueStrings = Feedback.Step.Kind.allCases.map(\.rawValue)
}
