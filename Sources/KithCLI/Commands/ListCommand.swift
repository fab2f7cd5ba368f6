import ArgumentParser
import KithCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List people, or those that a selector names.",
    discussion: """
      A selector is one or more terms that must all hold: a name or a part of one, an e-mail address, @company, \
      @company:now, @company:past, +tag, event:name, tie:interviewer, rejected:2026, rejected:any, kind:company.

      Example:
        kith list @"Analytical Engines":now +compilers --limit 20
      """)

  @Argument(help: "Which records; everybody if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: "How to print it.")
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    let terms = try selector.map { try SelectorTerm($0) }
    try store.read { graph in
      let output = Descriptor.standardOutput.sink()
      let shown = terms.isEmpty ? graph : try graph.selecting(terms)
      let kinds = try terms.isEmpty ? [.person] : shown.entityCounts().keys.sorted()
      var count = 0
      for kind in kinds {
        count += try ListOutput(kind: kind, limit: limit.map { $0 - count }, format: format).write(shown, to: output)
        if let limit, count >= limit { break }
      }
      if count == 0, format == .table { try Descriptor.standardError.say("nobody matches") }
    }
  }
}
