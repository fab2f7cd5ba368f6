import ArgumentParser
import KithCore

struct FeedbackActedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acted", abstract: "Record that you acted on feedback; telling them comes next.",
    discussion: """
      Example:
        kith feedback acted grace "two mock interviews"
      """)

  @Argument(help: "Who gave it.", completion: .people)
  var person: String

  @Argument(help: "What you did.")
  var note: String?

  @OptionGroup var options: FeedbackOptions
  @OptionGroup var entry: FeedbackEntryOption
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("feedback acted", options.step(.acted, by: person, note, entry: entry).perform)
  }
}
