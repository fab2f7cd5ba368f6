import ArgumentParser
import KithCore

struct IntroThankedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thanked", abstract: "Record that you thanked the one who introduced you.",
    discussion: """
      Example:
        kith intro thanked grace
      """)

  @OptionGroup var options: IntroOptions
  @OptionGroup var write: WriteOptions

  func run() throws { try write.perform("intro thanked", options.step(.thanked).perform) }
}
