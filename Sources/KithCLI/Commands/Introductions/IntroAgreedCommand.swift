import ArgumentParser
import KithCore

struct IntroAgreedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreed", abstract: "Record that one of the two agreed to an introduction.",
    discussion: """
      Example:
        kith intro agreed grace --on yesterday
      """)

  @OptionGroup var options: IntroOptions
  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("intro agreed", options.step(.agreed).perform) }
}
