import ArgumentParser
import KithCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List people, or those that a selector names.",
    discussion: """
      A selector is one or more terms: a name or a part of one, an e-mail address, @company, @company:now, +tag, \
      event:name, idle:90d, due:7d, tie:interviewer, rejected:2026, title:engineer, kind:company … All must hold but \
      where `or` or `not` stands between them; kith help selectors tells of all.

      Columns are \(ListColumn.names). A list that is not sorted is printed as it is read.

      Examples:
        kith list @"Analytical Engines":now +compilers --limit 20
        kith list idle:90d not +family --columns name,company,last --sort last
      """)

  @Argument(help: "Which records; everybody if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp("Which columns, separated by commas.", valueName: "names"), completion: .listColumns)
  var columns: String?

  @Option(
    name: .customLong("sort"), parsing: .unconditional,
    help: ArgumentHelp("By which columns, separated by commas; -last is the latest first.", valueName: "names"),
    completion: .listColumns)
  var order: String?

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: "How to print it.")
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    let typed = try TypedSelector(selector)
    let columns = try columns.map(ListColumn.list)
    let order = try order.map { try ListOrder($0) }
    try store.read { graph in
      let query = try typed.query(in: graph)
      let list = ListOutput(
        kinds: query?.kinds ?? [.person], query: query, columns: columns, order: order, limit: limit, format: format)
      if try list.write(graph, to: Descriptor.standardOutput.sink()) == 0, format == .table {
        try Descriptor.standardError.say(try typed.emptiness(in: graph))
      }
    }
  }
}
