import ArgumentParser
import KithCore
import KithStore

struct ApplicationEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of an application.",
    discussion: """
      Example:
        kith application edit "Analytical Engines" --stage onsite \\
          --on 2026-10-20 --with "Grace Hopper:interviewer"
      """)

  @Argument(help: ApplicationArgument.help, completion: .companies)
  var reference: String

  @Option(name: .customLong("position"), help: ArgumentHelp("Another position in place of the old.", valueName: "text"))
  var position: String?

  @Option(name: .customLong("stage"), help: ArgumentHelp("A stage that it reached.", valueName: "stage"))
  var stage: StageArgument?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When it reached the stage: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Who has a part in it. May be repeated.", valueName: "person:role"))
  var people: [String] = []

  @Option(
    name: .customLong("without"), help: ArgumentHelp("Who has none after all. May be repeated.", valueName: "person"))
  var removed: [String] = []

  @Option(name: .customLong("url"), help: ArgumentHelp("Where the job was posted.", valueName: "url"))
  var url: String?

  @Option(name: .customLong("note"), help: ArgumentHelp("The private note, in place of the old.", valueName: "text"))
  var note: String?

  @Flag(name: .customLong("reopen"), help: "It did not end after all: take the outcome away.")
  var isReopened = false

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if date != nil, stage == nil { throw ValidationError("--on is the date of a stage: it needs --stage") }
    if position == nil, stage == nil, people.isEmpty, removed.isEmpty, url == nil, note == nil, !isReopened {
      throw ValidationError("nothing to change; say what with an option such as --stage")
    }
  }

  func run() throws {
    let act = EditApplication(
      reference: reference, position: position,
      stage: stage.map { JobApplication.Stage($0.name, on: date?.date ?? Invocation.current.today.date) },
      people: people, removed: removed, url: url, note: note, isReopened: isReopened)
    try write.perform("application edit", act.perform)
  }
}
