import ArgumentParser
import KithCore
import KithStore

struct IntroListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List introductions, in the order in which they were asked for.",
    discussion: """
      Those that are open, unless --all is given or somebody is named.

      Example:
        kith intro list --all
      """)

  @Argument(help: "Only those by or to this person.", completion: .people)
  var person: String?

  @Flag(name: .customLong("all"), help: "Also those that are closed.")
  var isAll = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    try store.read { graph in
      var found: [Introduction] = []
      if let person {
        found = try graph.introductions(about: try Resolver(graph: graph).one(person, .person).id)
      } else {
        try graph.forEachIntroduction { if isAll || $0.isOpen { found.append($0) } }
      }
      try IntroductionOutput(found, in: graph).write(found, as: format, to: Descriptor.standardOutput.sink())
      guard found.isEmpty, format == .table else { return }
      try Descriptor.standardError.say(
        person == nil && !isAll ? "no introduction is open" : "no such introduction is recorded")
    }
  }
}
