import ArgumentParser
import KithCore

struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Record that a company said no.",
    discussion: """
      Proposes what to do for those who had a part in it: whom to thank, one to ask for feedback, whom to tell, with \
      whom to keep in touch, and when to try again. On a terminal it asks about each of them; elsewhere all of it is \
      recorded. One kith undo takes back all of it. kith rules shows the rules.

      Examples:
        kith reject "Analytical Engines" --stage onsite \\
          --on 2026-11-02 --reason "more systems depth" --dry-run
        kith reject "Analytical Engines" --only thank,feedback --yes
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @OptionGroup var which: ApplicationOptions
  @OptionGroup var ending: EndingOptions
  @OptionGroup var followUps: FollowUpOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(which.date) }

  func run() throws {
    try EndingRun(.rejected, at: company, command: "reject", which, ending, followUps, write).perform()
  }
}
