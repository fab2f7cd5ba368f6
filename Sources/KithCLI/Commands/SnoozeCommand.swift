import ArgumentParser
import KithCore

struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put off being in touch with somebody until a day.",
    discussion: """
      Example:
        kith snooze ada --for 2w
      """)

  @Argument(help: "A person, a company or an organization; or a selector, for many.", completion: .selectors)
  var selector: [String]

  @Option(name: .customLong("until"), help: ArgumentHelp("Until when: \(ComingDay.help).", valueName: "date"))
  var until: ComingDay?

  @Option(name: .customLong("for"), help: ArgumentHelp("For how long: \(IntervalArgument.help).", valueName: "span"))
  var span: IntervalArgument?

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if (until == nil) == (span == nil) { throw ValidationError("snooze needs either --until DATE or --for SPAN") }
    try ComingDay.check(until)
  }

  func run() throws {
    let today = Invocation.current.today
    let day = until?.day ?? span?.interval.after(today) ?? today
    let chosen = try ChosenRecords(selector, TouchInterval.kinds)
    try chosen.perform("snooze", write, consent, deed: "snooze", line: "not before \(day)") {
      try TouchInterval(reference: $0, today: today).snooze(until: day, $1)
    }
  }
}
