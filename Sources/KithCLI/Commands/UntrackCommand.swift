import ArgumentParser
import KithCore

struct UntrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrack", abstract: "Forget how often you meant to be in touch with somebody.",
    discussion: """
      Example:
        kith untrack ada
      """)

  @Argument(help: "A person, a company or an organization.", completion: .records)
  var reference: String

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("untrack", TouchInterval(reference: reference, today: Invocation.current.today).untrack)
  }
}
