import ArgumentParser
import KithCore

struct IntroMadeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "made", abstract: "Record that an introduction was made.",
    discussion: """
      Refused while one of the two is not known to have agreed. Write to them within two working days.

      Example:
        kith intro made grace ada
      """)

  @OptionGroup var options: IntroOptions

  @Flag(name: .customLong("anyway"), help: "Though not both are known to have agreed.")
  var isAnyway = false

  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("intro made", options.step(.made, isAnyway: isAnyway).perform) }
}
