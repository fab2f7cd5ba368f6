import ArgumentParser

struct SelectorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selector", abstract: "Keep selectors under names of their own.",
    discussion: """
      What is saved is said as saved:NAME wherever a selector is.

      Example:
        kith selector save warm "met:1y not idle:90d"
      """,
    subcommands: [SelectorSaveCommand.self, SelectorListCommand.self, SelectorRemoveCommand.self])
}
