import ArgumentParser
import KithCore

struct IntroCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intro", abstract: "Keep track of introductions: asked for, agreed to, made, met, thanked.",
    discussion: """
      An introduction is made when both have agreed: the one who introduces, and the one whom you want to meet. Each step \
      records what is to be done next. kith never sends anything.

      Example:
        kith intro ask grace ada --why "her work on looms"
        kith intro agreed grace
        kith intro agreed ada
        kith intro made grace
        kith intro met ada
        kith intro thanked grace
      """,
    subcommands: [
      IntroAskCommand.self, IntroAgreedCommand.self, IntroDeclinedCommand.self, IntroMadeCommand.self,
      IntroMetCommand.self, IntroThankedCommand.self, IntroListCommand.self,
    ])
}

/// Which introduction, and when.
struct IntroOptions: ParsableArguments {
  @Argument(help: "Who: the one who introduces, or the one whom you want to meet.", completion: .people)
  var who: String

  @Argument(help: "The other of the two, where there are several introductions.", completion: .people)
  var other: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(name: .customLong("note"), help: ArgumentHelp("What was said, or what came of it.", valueName: "text"))
  var note: String?

  @Option(
    name: .customLong("entry"),
    help: ArgumentHelp("Which one, where there are several: the beginning of its id.", valueName: "id"))
  var entry: String?

  func validate() throws { try DateArgument.checkPast(date) }

  func step(_ kind: Introduction.Step.Kind, isAnyway: Bool = false) -> IntroductionStep {
    IntroductionStep(
      who: who, other: other, kind: kind, date: date?.date ?? Invocation.current.today.date, note: note, entry: entry,
      isAnyway: isAnyway)
  }
}
