import ArgumentParser
import KithCore
import KithStore

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw people, companies and events, and how they are tied.",
    discussion: """
      The ending says what is written: svg is a picture, html a page that can be searched and zoomed and needs no \
      network, dot and graphml are for Graphviz, Gephi and the like. With a selector it draws what is selected, and the \
      companies, organizations and events tied to it. A picture of a large graph shows the people nearest to you; \
      --limit says how many nodes.

      People are coloured by when you were last in touch. --public leaves that out, and who had a part in your \
      applications, for a picture to be shown to others. Graphviz places the nodes where it is installed, kith itself \
      otherwise.

      Examples:
        kith graph --to net.svg
        kith graph @"Analytical Engines" --to engines.html
        kith graph +compilers --format dot
      """)

  @Argument(help: "Which records, as for kith list; all if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The file to write; - is stdout, and then --format says what.", valueName: "file"),
    completion: .file())
  var target: String?

  @Option(name: .customLong("format"), help: "What to write, whatever the ending.")
  var format: PictureFormat?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp("At most so many nodes; 200 in a picture if nothing is said.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("layout"), help: "Who places the nodes.")
  var layout: PictureLayouter = .auto

  @Flag(
    name: .customLong("public"),
    help: "Leave out what is private: when you were last in touch, and parts in applications.")
  var isPublic = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    let format = try format ?? PictureFormat(ending: target)
    let typed = try TypedSelector(selector)
    try store.refuseAsTarget(target)
    try store.read { graph in
      let shown = try typed.view(of: graph, withContext: true)
      let drawing = DrawGraph(
        format: format, target: target, limit: limit ?? format.limit, layouter: layout, isPublic: isPublic,
        selector: selector)
      try drawing.perform(shown)
    }
  }
}
