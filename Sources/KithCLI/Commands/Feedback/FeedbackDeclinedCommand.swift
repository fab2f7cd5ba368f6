import ArgumentParser
import KithCore

struct FeedbackDeclinedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declined", abstract: "Record that somebody would rather not give feedback.",
    discussion: """
      Example:
        kith feedback declined grace "not allowed to"
      """)

  @Argument(help: "Who.", completion: .people)
  var person: String

  @Argument(help: "What they said.")
  var note: String?

  @OptionGroup var options: FeedbackOptions
  @OptionGroup var entry: FeedbackEntryOption
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("feedback declined", options.step(.declined, by: person, note, entry: entry).perform)
  }
}
