import ArgumentParser
import KithCore

struct FeedbackReceivedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "received", abstract: "Record what somebody said, asked for or not.",
    discussion: """
      Example:
        kith feedback received grace "talk through trade-offs aloud" \\
          --theme communication
      """)

  @Argument(help: "Who said it.", completion: .people)
  var person: String

  @Argument(help: "What they said.")
  var text: String

  @OptionGroup var options: FeedbackOptions
  @OptionGroup var entry: FeedbackEntryOption
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError("what they said is empty") }
  }

  func run() throws {
    try write.perform("feedback received", options.step(.received, by: person, text, entry: entry).perform)
  }
}
