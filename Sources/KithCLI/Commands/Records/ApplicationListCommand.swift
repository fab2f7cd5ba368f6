import ArgumentParser
import KithCore
import KithStore

struct ApplicationListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List applications, the latest first.",
    discussion: """
      Example:
        kith application list --outcome rejected
      """)

  @Flag(name: .customLong("open"), help: "Only those without an outcome.")
  var isOpen = false

  @Option(name: .customLong("outcome"), help: ArgumentHelp("Only those that ended so.", valueName: "outcome"))
  var outcome: OutcomeArgument?

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if isOpen, outcome != nil { throw ValidationError("--open and --outcome exclude each other") }
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    try store.read { graph in
      var rows: [ApplicationSummary] = []
      try graph.forEachApplicationSummary {
        if isMeant($0.application) && rows.count < limit ?? .max { rows.append($0) }
      }
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json:
        try ApplicationOutput.writeJSON(rows.compactMap { try graph.application($0.application.id) }, graph, output)
      case .table: try ApplicationOutput.writeTable(rows, Invocation.current.terminal, output)
      }
      try output.flush()
      if rows.isEmpty, format == .table { try Descriptor.standardError.say("no such applications are recorded") }
    }
  }

  private func isMeant(_ application: JobApplication) -> Bool {
    if isOpen { return application.outcome == nil }
    return outcome.map { application.outcome?.kind == $0.kind } ?? true
  }
}

/// How an application ended.
struct OutcomeArgument: ExpressibleByArgument {
  let kind: JobApplication.Outcome.Kind

  init?(argument: String) {
    guard let kind = JobApplication.Outcome.Kind(rawValue: SearchKey.fold(argument)) else { return nil }
    self.kind = kind
  }

  static let allValueStrings = JobApplication.Outcome.Kind.allCases.map(\.rawValue)
}
