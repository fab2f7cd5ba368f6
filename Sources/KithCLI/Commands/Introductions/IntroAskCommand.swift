import ArgumentParser
import KithCore

struct IntroAskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Record that you asked somebody to introduce you.",
    discussion: """
      After five working days kith today says to remind them. kith draft intro CONNECTOR --meet PERSON \
      drafts the request.

      Example:
        kith intro ask grace ada --why "her work on looms" --for acme
      """)

  @Argument(help: "Whom you asked.", completion: .people)
  var connector: String

  @Argument(help: "Whom you want to meet.", completion: .people)
  var person: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "For which application: the company, words of company and position, or its id.", valueName: "application"),
    completion: .companies)
  var application: String?

  @Option(
    name: .customLong("why"), help: ArgumentHelp("Why you want to meet, in words to pass on.", valueName: "text"))
  var reason: String = ""

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Flag(name: .customLong("anyway"), help: "Also somebody who is marked as not to be asked.")
  var isAnyway = false

  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(date) }

  func run() throws {
    let ask = AskForIntroduction(
      connector: connector, person: person, application: application, reason: reason,
      date: date?.date ?? Invocation.current.today.date, isAnyway: isAnyway)
    try write.perform("intro ask", ask.perform)
  }
}
