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

  @Argument(help: "A person, a company or an organization; or a selector, for many.", completion: .selectors)
  var selector: [String]

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let today = Invocation.current.today
    let chosen = try ChosenRecords(selector, TouchInterval.kinds)
    try chosen.perform("ignore", write, consent, deed: "ignore", line: "ignored, never due") {
      try TouchInterval(reference: $0, today: today).ignore($1)
    }
  }
}
