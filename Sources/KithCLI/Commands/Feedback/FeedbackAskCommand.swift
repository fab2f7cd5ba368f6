import ArgumentParser
import KithCore

struct FeedbackAskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Record that you asked somebody for feedback.",
    discussion: """
      Example:
        kith feedback ask grace --application "Analytical Engines"
      """)

  @Argument(help: "Whom.", completion: .people)
  var person: String

  @OptionGroup var options: FeedbackOptions
  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("feedback ask", options.step(.asked, by: person).perform) }
}
