import ArgumentParser
import KithCore
import KithStore

struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Show what was said about you, theme by theme, and what became of it.",
    discussion: """
      Feedback that you received, and the reasons that companies gave with a "no": who said it, where and when, and what \
      you did about it.

      Example:
        kith learn --since 1y
      """)

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("Only what is not older: \(SinceArgument.help).", valueName: "since")
  )
  var since: SinceArgument?

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    try store.read { graph in
      let lessons = try Lessons(graph, since: since?.day)
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json: try LessonsOutput.writeJSON(lessons, since: since?.day, output)
      case .table: try LessonsOutput.writeTable(lessons, Invocation.current.terminal, output)
      }
      try output.flush()
      if lessons.themes.isEmpty, format == .table {
        try Descriptor.standardError.say("no feedback and no reason is recorded")
      }
    }
  }
}
