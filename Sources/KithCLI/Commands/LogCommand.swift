import ArgumentParser
import KithCore
import KithStore

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Record a call, a coffee, a message with somebody.",
    discussion: """
      Example:
        kith log call ada "asked about the compiler team" --on yesterday
      """)

  @Argument(
    help: ArgumentHelp(Interaction.commonChannels.joined(separator: ", ") + "."),
    completion: .list(Interaction.commonChannels))
  var channel: String

  @Argument(help: "With whom.", completion: .people)
  var person: String

  @Argument(help: "What it was about.")
  var summary: String = ""

  @Option(
    name: .customLong("with"), help: ArgumentHelp("Who else was there. May be repeated.", valueName: "person"),
    completion: .people)
  var others: [String] = []

  @Option(name: .customLong("event"), help: ArgumentHelp("At which event.", valueName: "event"), completion: .events)
  var event: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @OptionGroup var write: WriteOptions

  func validate() throws {
    try DateArgument.checkPast(date)
    guard Interaction.commonChannels.contains(channel) else {
      throw ValidationError("no channel '\(channel)'; there are \(Interaction.commonChannels.joined(separator: ", "))")
    }
  }

  func run() throws {
    try write.perform("log") { editor in
      var telling = Telling(editor)
      let people = try ([person] + others).map { try Resolver(graph: editor.graph).one($0, .person) }
      let place = try event.map { try telling.event($0) }
      let day = date?.date ?? Invocation.current.today.date
      try editor.insert(
        Interaction(
          id: editor.identifiers.next(), date: day, channel: channel, participants: people.map(\.id), summary: summary,
          event: place?.id))
      for person in people {
        if let next = try TouchInterval.next(with: person, since: day, in: editor.graph) { telling.say(next) }
      }
      return "logged \(channel) with \(people.map(\.name).joined(separator: ", ")) on \(day)" + telling.sentence
    }
  }
}
