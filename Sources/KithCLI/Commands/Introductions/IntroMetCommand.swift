import ArgumentParser
import KithCore

struct IntroMetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "met", abstract: "Record that you met or spoke to the one you were introduced to.",
    discussion: """
      The meeting, and by whom you were introduced, are recorded too. Thank the connector on the next working day.

      Example:
        kith intro met ada --note "talked looms"
      """)

  @OptionGroup var options: IntroOptions
  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("intro met", options.step(.met).perform) }
}
