import ArgumentParser
import KithCore

struct SpreadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spread", abstract: "Keep in touch with many, their first days spread evenly.",
    discussion: """
      For the people that a selector names, all of them if nothing is said, in the order of their names. Who has an \
      interval already, or is ignored, is left as they are; who was in touch lately is due when the interval says so.

      Example:
        kith spread +compilers --every 8w --over 4w
      """)

  @Argument(help: "Which people; everybody if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(name: .customLong("every"), help: ArgumentHelp("How often: \(IntervalArgument.help).", valueName: "span"))
  var every: IntervalArgument

  @Option(
    name: .customLong("over"),
    help: ArgumentHelp("Over how long the first ones are spread: \(IntervalArgument.help).", valueName: "span"))
  var over: IntervalArgument

  @OptionGroup var write: WriteOptions

  func run() throws {
    let today = Invocation.current.today
    let spread = SpreadIntervals(
      selector: try TypedSelector(selector), every: every.interval,
      days: over.interval.after(today).daysSince1970 - today.daysSince1970, today: today)
    try write.perform("spread", spread.perform)
  }
}
