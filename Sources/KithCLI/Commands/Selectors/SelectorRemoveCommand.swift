import ArgumentParser
import KithCore

struct SelectorRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Forget a selector that is saved.",
    discussion: """
      Example:
        kith selector rm warm
      """)

  @Argument(help: "Its name.", completion: .savedSelectors)
  var name: String

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("selector rm") { editor in
      guard let saved = try editor.graph.savedSelector(name) else {
        throw CommandError(
          "no selector is saved as '\(TerminalText.cleaned(name))'", hint: "kith selector list shows those there are",
          code: .notFound)
      }
      try editor.deleteSelector(name)
      return "removed \(saved.name): \(saved.text)"
    }
  }
}
