import ArgumentParser
import KithCore

struct MetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "met", abstract: "Record somebody you met.",
    discussion: """
      Companies, events and people named for the first time are recorded too.

      Example:
        kith met "Ada Lovelace" --at "Analytical Engines" --title CTO \\
          --event "SwiftConf 2026" --via "Charles Babbage" --email ada@example.com --tag compilers
      """)

  @Argument(help: "Their full name.")
  var name: String

  @Option(name: .customLong("at"), help: ArgumentHelp("Where they work.", valueName: "company"), completion: .companies)
  var company: String?

  @Option(name: .customLong("title"), help: ArgumentHelp("What they are there.", valueName: "position"))
  var title: String?

  @Option(name: .customLong("event"), help: ArgumentHelp("Where you met.", valueName: "event"), completion: .events)
  var event: String?

  @Option(name: .customLong("via"), help: ArgumentHelp("Who introduced you.", valueName: "person"), completion: .people)
  var via: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Flag(name: .customLong("new"), help: "Record another person even if one of that name is known.")
  var isNew = false

  @OptionGroup var facts: FactOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    try DateArgument.checkPast(date)
    if title != nil, company == nil { throw ValidationError("--title says what they are at a company: it needs --at") }
  }

  func run() throws {
    let meeting = RecordMeeting(
      name: name, date: date?.date ?? Invocation.current.today.date, company: company, title: title, event: event,
      via: via, facts: facts.facts, isNew: isNew)
    try write.perform("met", meeting.perform)
  }
}
