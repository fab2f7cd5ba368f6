import ArgumentParser
import KithCore

struct EventReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Tell what became of the people you met at an event.",
    discussion: """
      Met: who was there in something that happened at the event. Followed up: something happened with them after \
      that day, or what was to be done was done, at most two days later. Spoke again: something happened with them \
      after these two days. Referral and application: one of your applications since then, in which they are the \
      referrer, or have any part.

      Example:
        kith event review swiftconf
      """)

  @Argument(help: "Which.", completion: .events)
  var reference: String

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      let event = try Resolver(graph: graph).one(reference, .event)
      let review = try MeetingReview(of: event, in: graph, today: invocation.today)
      try MeetingReviewOutput(review: review)
        .write(format, invocation.terminal, to: Descriptor.standardOutput.sink())
    }
  }
}
