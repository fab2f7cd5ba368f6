import ArgumentParser
import KithCore

/// When an event takes place.
struct EventDates: ParsableArguments {
  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("The day, of an event of one day: \(DateArgument.help).", valueName: "date"))
  var day: DateArgument?

  @Option(
    name: .customLong("from"), parsing: .unconditional, help: ArgumentHelp("Its first day.", valueName: "date"))
  var first: DateArgument?

  @Option(name: .customLong("to"), parsing: .unconditional, help: ArgumentHelp("Its last day.", valueName: "date"))
  var last: DateArgument?

  var isEmpty: Bool { day == nil && first == nil && last == nil }

  func validate() throws {
    if day != nil, first != nil || last != nil {
      throw ValidationError("--on is for one day; --from and --to are for several: give one or the other")
    }
    if let first, let last, last.date < first.date {
      throw ValidationError("--to \(last.date) is before --from \(first.date)")
    }
  }

  /// `period` with what was said put in its place.
  func changing(_ period: Period) -> Period {
    if let day { return Period(start: day.date, end: day.date) }
    return Period(
      start: first?.date ?? period.start, end: last?.date ?? period.end, endedAtUnknownDate: period.endedAtUnknownDate)
  }
}
