import ArgumentParser
import KithCore

struct IgnoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ignore", abstract: "Never be reminded to be in touch with somebody.",
    discussion: """
      That is remembered, so that kith spread leaves them out too. kith track takes it back.

      Example:
        kith ignore ada
      """)

  @Argument(help: "A person, a company or an organization.", completion: .records)
  var reference: String

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("ignore", TouchInterval(reference: reference, today: Invocation.current.today).ignore)
  }
}
