import ArgumentParser
import KithCore

struct SelectorSaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save a selector, in place of one of that name.",
    discussion: """
      It may name others that are saved, but not itself. Its dates count from the day on which it is used.

      Example:
        kith selector save warm met:1y not idle:90d
      """)

  @Argument(help: "The name: letters, digits, hyphens.", completion: .savedSelectors)
  var name: String

  @Argument(help: "The selector; see kith help selectors.", completion: .selectors)
  var selector: [String]

  @OptionGroup var write: WriteOptions

  func validate() throws {
    guard let first = name.first, first.isLetter || first.isNumber, name.count <= 60,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { throw ValidationError("a name is up to 60 letters, digits, hyphens and underscores") }
  }

  func run() throws {
    let typed = try TypedSelector(selector)
    guard let selector = typed.selector else { return }
    try write.perform("selector save") { editor in
      _ = try typed.naming { try editor.save(selector, as: name) }
      let count = try typed.summaries(in: editor.graph).count
      return "saved \(SearchKey.fold(name)): \(selector) (\(count) as of today)"
    }
  }
}
