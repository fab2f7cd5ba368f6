import ArgumentParser
import KithCore

struct IntroDeclinedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declined", abstract: "Record that one of the two declined.",
    discussion: """
      What was to be done about it is closed without a word.

      Example:
        kith intro declined grace
      """)

  @OptionGroup var options: IntroOptions
  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("intro declined", options.step(.declined).perform) }
}
