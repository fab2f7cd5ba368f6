import ArgumentParser
import KithCore
import KithStore

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "List everyone tied to a company, and by which tie.",
    discussion: """
      Who interviewed you, referred you, works or worked there, recruits for it, was met at its events, or was \
      introduced by one of them; best tie first, each with its evidence and date. With --rejected and no company: every \
      company that said no.

      Examples:
        kith who --rejected "Analytical Engines"
        kith who @"Analytical Engines" --format json
      """)

  @Flag(name: .customLong("rejected"), help: "Only companies that said no.")
  var rejected = false

  @Argument(help: "The company, with or without @.", completion: .companies)
  var company: String?

  @Option(name: .customLong("format"), help: "How to print it.")
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if company == nil, !rejected { throw ValidationError("who needs a company, or --rejected for all that said no") }
  }

  func run() throws {
    try store.read { graph in
      let finder = TieFinder(graph, today: Invocation.current.today.date)
      let ties = try companies(in: graph).map { try finder.ties(to: $0) }
      try WhoOutput(format: format, output: Descriptor.standardOutput.sink()).write(ties, in: graph)
    }
  }

  private func companies(in graph: StoredGraph) throws -> [EntitySummary] {
    guard let company else {
      let all = try graph.rejectingCompanies()
      if all.isEmpty { try Descriptor.standardError.say("no company has said no") }
      return all
    }
    let name = company.hasPrefix("@") ? String(company.dropFirst()) : company
    let found = try graph.matches(name, among: [.company, .organization]).best
    guard !found.isEmpty else { return [try Resolver(graph: graph).one(name, .company, .organization)] }
    guard rejected else { return found }
    let rejecting = Set(try graph.rejectingCompanies())
    let kept = found.filter { rejecting.contains($0) }
    if kept.isEmpty {
      throw CommandError(
        "\(TerminalText.cleaned(found[0].name)) has not said no",
        hint: "kith reject records a no; kith who @company lists everyone tied to a company", code: .notFound)
    }
    return kept
  }
}
