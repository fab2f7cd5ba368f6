import ArgumentParser
import KithCore
import KithStore

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "List everyone tied to a company, and by which tie.",
    discussion: """
      Who interviewed you, referred you, works or worked there, recruits for it, was met at its events, or was \
      introduced by one of them; best tie first, each with its evidence and date. With --rejected and no company: every \
      company that said no. What comes after the company is a selector that narrows the people; see kith help selectors.

      Examples:
        kith who --rejected "Analytical Engines"
        kith who @"Analytical Engines" not idle:90d --format json
        kith who --rejected tie:referrer
      """)

  @Flag(name: .customLong("rejected"), help: "Only companies that said no.")
  var rejected = false

  @Argument(
    help: ArgumentHelp("The company, with or without @; then which people.", valueName: "company"),
    completion: .selectors)
  var words: [String] = []

  @Option(name: .customLong("format"), help: "How to print it.")
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if words.isEmpty, !rejected { throw ValidationError("who needs a company, or --rejected for all that said no") }
  }

  func run() throws {
    try store.read { graph in
      let (company, rest) = try split(in: graph)
      let people = try TypedSelector(rest)
      let finder = TieFinder(graph, today: Invocation.current.today.date)
      var ties = try companies(named: company, in: graph).map { try finder.ties(to: $0) }
      if people.selector != nil {
        let wanted = Set(try people.summaries(in: graph).map(\.id))
        ties = ties.map { $0.only(wanted) }
      }
      try WhoOutput(format: format, output: Descriptor.standardOutput.sink()).write(ties, in: graph)
    }
  }

  /// What is said first, unless with `--rejected` it can be no name; nil for all that said no.
  private var company: String? {
    get throws {
      guard let first = words.first else { return nil }
      if first.hasPrefix("@") { return String(first.dropFirst()) }
      if rejected, try Selector([first])?.isName != true { return nil }
      return first
    }
  }

  /// The company, and which people. A name of several words that were not put in quotes is still one name.
  private func split(in graph: StoredGraph) throws -> (company: String?, people: [String]) {
    guard let first = try company else { return (nil, words) }
    let rest = words.dropFirst()
    let plain = rest.prefix { (try? Selector([$0])?.isName) == true }
    for count in stride(from: plain.count, to: 0, by: -1) {
      let name = ([first] + plain.prefix(count)).joined(separator: " ")
      if try !graph.matches(name, among: [.company, .organization]).best.isEmpty {
        return (name, Array(rest.dropFirst(count)))
      }
    }
    return (first, Array(rest))
  }

  private func companies(named name: String?, in graph: StoredGraph) throws -> [EntitySummary] {
    guard let name else {
      let all = try graph.rejectingCompanies()
      if all.isEmpty { try Descriptor.standardError.say("no company has said no") }
      return all
    }
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

extension Selector {
  /// Whether it is nothing but a name.
  fileprivate var isName: Bool {
    if case .term(.reference, _) = self { true } else { false }
  }
}
