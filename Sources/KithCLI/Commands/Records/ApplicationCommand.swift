import ArgumentParser

struct ApplicationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "application", abstract: "Add, show, list, change or remove job applications.",
    discussion: """
      kith apply, interview, reject, offer and withdraw record what happens to an application.

      Example:
        kith application list --open
      """,
    subcommands: [
      ApplicationAddCommand.self, ApplicationShowCommand.self, ApplicationListCommand.self, ApplicationEditCommand.self,
      ApplicationRemoveCommand.self,
    ])
}

/// How an application is named on the command line.
enum ApplicationArgument {
  static let help: ArgumentHelp =
    "The company, words of company and position, or the beginning of the id."
}
