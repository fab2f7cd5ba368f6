import ArgumentParser
import KithCore

struct UntrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrack", abstract: "Forget how often you meant to be in touch with somebody.",
    discussion: """
      Example:
        kith untrack ada
      """)

  @Argument(help: "A person, a company or an organization; or a selector, for many.", completion: .selectors)
  var selector: [String]

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let today = Invocation.current.today
    let chosen = try ChosenRecords(selector, TouchInterval.kinds)
    try chosen.perform("untrack", write, consent, deed: "untrack", line: "no interval is kept any more") {
      try TouchInterval(reference: $0, today: today).untrack($1)
    }
  }
}
