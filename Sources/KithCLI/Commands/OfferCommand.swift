import ArgumentParser
import KithCore

struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Record that a company made you an offer.",
    discussion: """
      Proposes what to do for those who had a part in it, as kith reject does; kith rules shows the rules.

      Example:
        kith offer "Analytical Engines" --on today
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @OptionGroup var which: ApplicationOptions
  @OptionGroup var ending: EndingOptions
  @OptionGroup var followUps: FollowUpOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(which.date) }

  func run() throws {
    try EndingRun(.offer, at: company, command: "offer", which, ending, followUps, write).perform()
  }
}
