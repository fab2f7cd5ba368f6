import ArgumentParser
import KithCore

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Record that you withdrew an application.",
    discussion: """
      Proposes what to do for those who had a part in it, as kith reject does; kith rules shows the rules.

      Example:
        kith withdraw "Analytical Engines" --reason "took another offer"
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @OptionGroup var which: ApplicationOptions
  @OptionGroup var ending: EndingOptions
  @OptionGroup var followUps: FollowUpOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(which.date) }

  func run() throws {
    try EndingRun(.withdrawn, at: company, command: "withdraw", which, ending, followUps, write).perform()
  }
}
