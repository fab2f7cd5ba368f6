import ArgumentParser
import KithCore

struct FeedbackThankedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thanked", abstract: "Record that you told somebody what you made of their feedback.",
    discussion: """
      Example:
        kith feedback thanked grace
      """)

  @Argument(help: "Whom you told.", completion: .people)
  var person: String

  @Argument(help: "What you told them.")
  var note: String?

  @OptionGroup var options: FeedbackOptions
  @OptionGroup var entry: FeedbackEntryOption
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("feedback thanked", options.step(.reportedBack, by: person, note, entry: entry).perform)
  }
}
