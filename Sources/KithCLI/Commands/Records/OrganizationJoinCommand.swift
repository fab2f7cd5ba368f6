import ArgumentParser
import KithCore

struct OrganizationJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Record that you are a member of an organization.",
    discussion: """
      Given again, it changes what is said: the role, since when, until when.

      Example:
        kith org join "Royal Society" --as treasurer --since 2024 --until 2027-01-31
      """)

  @Argument(help: "The organization.", completion: .companies)
  var organization: String

  @Option(name: .customLong("as"), help: ArgumentHelp("What you are there.", valueName: "role"))
  var role: String?

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("Since when: \(DateArgument.help).", valueName: "date"))
  var since: DateArgument?

  @OptionGroup var renewal: RenewalOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(since) }

  func run() throws {
    let act = RenewMembership(
      organization: organization, role: role, since: since?.date, until: renewal.until?.day,
      reminderDays: renewal.reminderDays, today: Invocation.current.today)
    try write.perform("org join", act.join)
  }
}
