import ArgumentParser
import KithCore

struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track", abstract: "Say how often you mean to be in touch with somebody.",
    discussion: """
      It counts from the last thing that happened with them, or from today. Whatever you record with them begins it \
      anew.

      Examples:
        kith track ada --every 6w
        kith track @"Analytical Engines":now idle:1y --every 3mo --yes
      """)

  @Argument(help: "A person, a company or an organization; or a selector, for many.", completion: .selectors)
  var selector: [String]

  @Option(name: .customLong("every"), help: ArgumentHelp("How often: \(IntervalArgument.help).", valueName: "span"))
  var every: IntervalArgument

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("From when it counts, if not from the last touch: \(DateArgument.help).", valueName: "date"))
  var since: DateArgument?

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    try DateArgument.checkPast(since)
    if let since, CivilDay(since.date) == nil { throw ValidationError("--since \(since.date) is no day; it needs one") }
  }

  func run() throws {
    let (today, interval) = (Invocation.current.today, every.interval)
    let chosen = try ChosenRecords(selector, TouchInterval.kinds)
    try chosen.perform("track", write, consent, deed: "track", line: "every \(interval)") { reference, editor in
      try TouchInterval(reference: reference, today: today)
        .track(every: interval, since: since.flatMap { CivilDay($0.date) }, editor)
    }
  }
}
