import ArgumentParser
import KithCore

/// At which stage an application ended, and why.
struct EndingOptions: ParsableArguments {
  @Option(
    name: .customLong("stage"),
    help: ArgumentHelp(
      "The stage it ended at, if not the last recorded: \(JobApplication.Stage.commonNames.joined(separator: ", ")).",
      valueName: "stage"))
  var stage: StageArgument?

  @Option(name: .customLong("reason"), help: ArgumentHelp("What was said.", valueName: "text"))
  var reason: String?
}
