import ArgumentParser
import KithCore

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Keep track of advice: asked for, received, acted on, reported back.",
    discussion: """
      When you record that you acted on what somebody said, the next thing to do is to tell them.

      Example:
        kith feedback ask grace
        kith feedback received grace "talk through trade-offs aloud" \\
          --theme communication
        kith feedback acted grace "two mock interviews"
        kith feedback thanked grace
      """,
    subcommands: [
      FeedbackAskCommand.self, FeedbackReceivedCommand.self, FeedbackDeclinedCommand.self, FeedbackActedCommand.self,
      FeedbackThankedCommand.self, FeedbackListCommand.self,
    ])
}

/// Which feedback of a person, and when.
struct FeedbackOptions: ParsableArguments {
  @Option(
    name: .customLong("application"),
    help: ArgumentHelp(
      "About which application: the company, words of company and position, or its id.", valueName: "application"),
    completion: .companies)
  var application: String?

  @Option(name: .customLong("theme"), help: ArgumentHelp("A word or two that it is about.", valueName: "words"))
  var theme: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  func validate() throws {
    try DateArgument.checkPast(date)
    if let theme, theme.allSatisfy(\.isWhitespace) { throw ValidationError("--theme is empty") }
  }

  func step(
    _ kind: Feedback.Step.Kind, by giver: String, _ text: String? = nil, entry: FeedbackEntryOption? = nil
  ) -> FeedbackStep {
    FeedbackStep(
      giver: giver, kind: kind, date: date?.date ?? Invocation.current.today.date, application: application,
      theme: theme, entry: entry?.entry, text: text)
  }
}

struct FeedbackEntryOption: ParsableArguments {
  @Option(
    name: .customLong("entry"),
    help: ArgumentHelp("Which one, where there are several: the beginning of its id.", valueName: "id"))
  var entry: String?
}
