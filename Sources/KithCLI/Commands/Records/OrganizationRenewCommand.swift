import ArgumentParser
import KithCore

struct OrganizationRenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Record that a membership was renewed, and until when.",
    discussion: """
      Without --until it is a year after the last renewal.

      Example:
        kith org renew "Royal Society" --until 2028-01-31
      """)

  @Argument(help: "The organization.", completion: .companies)
  var organization: String

  @OptionGroup var renewal: RenewalOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let act = RenewMembership(
      organization: organization, until: renewal.until?.day, reminderDays: renewal.reminderDays,
      today: Invocation.current.today)
    try write.perform("org renew", act.renew)
  }
}
