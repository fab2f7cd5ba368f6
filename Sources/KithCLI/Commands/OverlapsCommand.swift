import ArgumentParser
import KithCore
import KithStore

struct OverlapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlaps", abstract: "Suggest whom you may know: who was where you were, at the same time.",
    discussion: """
      People at the same company, school, club or event, where the dates prove that both were there at once, and no tie \
      is recorded yet. Nothing is written: kith relate records what is so. At a place with more than 500 people only those \
      within two steps are looked at.

      Example:
        kith overlaps
        kith overlaps ada --format json
      """)

  @Argument(help: "Whose; yours if nothing is said.", completion: .people)
  var person: String?

  @Option(name: .customLong("limit"), help: ArgumentHelp("How many at most.", valueName: "count"))
  var limit = 20

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes 1 or more, not \(limit)") }
  }

  func run() throws {
    try store.read { graph in
      let me = try graph.me()
      guard let subject = try person.map({ try Resolver(graph: graph).one($0, .person) }) ?? me.flatMap(graph.summary)
      else {
        throw CommandError(
          "nobody has said who you are", hint: "kith me \"Your Name\", or name a person", code: .notFound)
      }
      let found = try graph.overlapSuggestions(
        for: subject.id, today: Invocation.current.today.date, limit: limit)
      let output = OverlapsOutput(person: subject, isMe: subject.id == me, found: found)
      try output.write(format, to: Descriptor.standardOutput.sink())
      if format == .table { try say(found, subject) }
    }
  }

  private func say(_ found: OverlapSuggestions, _ subject: EntitySummary) throws {
    var lines: [String] = []
    if found.suggestions.isEmpty { lines.append("nobody else is known to have been where \(subject.name) was") }
    if found.others > 0 { lines.append("and \(found.others) more (--limit)") }
    for place in found.crowded {
      lines.append("\(place.name): many people; only those within two steps were looked at")
    }
    for line in lines { try Descriptor.standardError.say(TerminalText.cleaned(line)) }
  }
}
