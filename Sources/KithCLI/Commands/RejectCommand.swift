import ArgumentParser
import KithCore

struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Record that a company said no.",
    discussion: """
      Example:
        kith reject "Analytical Engines" --stage onsite \\
          --on 2026-11-02 --reason "more systems depth"
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @OptionGroup var which: ApplicationOptions
  @OptionGroup var ending: EndingOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(which.date) }

  func run() throws {
    try write.perform("reject") {
      try CloseApplication(
        company: company, outcome: .rejected, which: which, stage: ending.stage?.name, reason: ending.reason
      ).perform($0)
    }
  }
}
