import ArgumentParser
import KithCore

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Record that you withdrew an application.",
    discussion: """
      Example:
        kith withdraw "Analytical Engines" --reason "took another offer"
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @OptionGroup var which: ApplicationOptions
  @OptionGroup var ending: EndingOptions
  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(which.date) }

  func run() throws {
    try write.perform("withdraw") {
      try CloseApplication(
        company: company, outcome: .withdrawn, which: which, stage: ending.stage?.name, reason: ending.reason
      ).perform($0)
    }
  }
}
