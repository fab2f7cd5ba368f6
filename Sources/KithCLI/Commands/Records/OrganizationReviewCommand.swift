import ArgumentParser
import KithCore

struct OrganizationReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Tell what became of the people you met through an organization.",
    discussion: """
      These are its members with whom something happened, and those you met at events that it hosted, organized or \
      that are part of it. The rest is counted as by kith event review.

      Example:
        kith org review "Royal Society"
      """)

  @Argument(help: "Which.", completion: .companies)
  var reference: String

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let invocation = Invocation.current
    try store.read { graph in
      let organization = try Resolver(graph: graph).one(reference, .organization, .company)
      let review = try MeetingReview(through: organization, in: graph, today: invocation.today)
      let facts = try Membership(organization, in: graph, today: invocation.today).facts
      try MeetingReviewOutput(review: review, facts: facts)
        .write(format, invocation.terminal, to: Descriptor.standardOutput.sink())
    }
  }
}
