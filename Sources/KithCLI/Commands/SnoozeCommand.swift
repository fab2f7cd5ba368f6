import ArgumentParser
import KithCore

struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put off being in touch with somebody until a day.",
    discussion: """
      Example:
        kith snooze ada --for 2w
      """)

  @Argument(help: "A person, a company or an organization.", completion: .records)
  var reference: String

  @Option(name: .customLong("until"), help: ArgumentHelp("Until when: \(ComingDay.help).", valueName: "date"))
  var until: ComingDay?

  @Option(name: .customLong("for"), help: ArgumentHelp("For how long: \(IntervalArgument.help).", valueName: "span"))
  var span: IntervalArgument?

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if (until == nil) == (span == nil) { throw ValidationError("snooze needs either --until DATE or --for SPAN") }
    try ComingDay.check(until)
  }

  func run() throws {
    let today = Invocation.current.today
    let day = until?.day ?? span?.interval.after(today) ?? today
    try write.perform("snooze") { try TouchInterval(reference: reference, today: today).snooze(until: day, $0) }
  }
}
