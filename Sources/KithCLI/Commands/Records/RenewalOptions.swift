import ArgumentParser
import KithCore

/// When a membership has to be renewed.
struct RenewalOptions: ParsableArguments {
  @Option(
    name: .customLong("until"),
    help: ArgumentHelp("The day on which it has to be renewed: \(ComingDay.help).", valueName: "date"))
  var until: ComingDay?

  @Option(
    name: .customLong("remind"),
    help: ArgumentHelp(
      "How long before that to be reminded, if not two weeks: \(IntervalArgument.help).", valueName: "span"))
  var reminder: IntervalArgument?

  var reminderDays: Int { reminder?.interval.approximateDays ?? 14 }

  func validate() throws { try ComingDay.check(until) }
}
