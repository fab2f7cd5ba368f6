import ArgumentParser
import KithCore
import KithStore

struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say that something is done.",
    discussion: """
      Who it is with, and the act if there are several (\(ActWords.list)); or the beginning of its id as kith today \
      prints it. To be in touch restarts the interval; --by says how, and records that too.

      Examples:
        kith done thank ada
        kith done ada touch --by call --note "asked about tests"
      """)

  @Argument(help: "Who, and which act; or an id.", completion: .records)
  var reference: [String]

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "How, to record it: \(Interaction.commonChannels.joined(separator: ", ")).", valueName: "channel"),
    completion: .list(Interaction.commonChannels))
  var channel: String?

  @Option(name: .customLong("note"), help: ArgumentHelp("What came of it.", valueName: "text"))
  var note: String?

  @OptionGroup var write: WriteOptions

  func validate() throws {
    try DateArgument.checkPast(date)
    if let date, CivilDay(date.date) == nil {
      throw ValidationError("--on is \(date.date); it takes a day, with month and year")
    }
    if let channel, !Interaction.commonChannels.contains(channel) {
      throw ValidationError("no channel '\(channel)'; there are \(Interaction.commonChannels.joined(separator: ", "))")
    }
  }

  func run() throws {
    let today = Invocation.current.today
    let settle = SettleAct(day: date.flatMap { CivilDay($0.date) } ?? today, channel: channel, note: note)
    try write.perform("done") { editor in
      try settle.done(try OpenActFinder(graph: editor.graph, today: today).one(reference), editor)
    }
  }
}
