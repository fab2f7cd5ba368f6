import ArgumentParser
import KithCore

/// A date on the command line.
struct DateArgument: ExpressibleByArgument {
  let date: PartialDate

  init?(argument: String) {
    guard let date = DateWords.parse(argument, today: Invocation.current.today) else { return nil }
    self.date = date
  }

  static let help = "today, yesterday, -3d, -2w, fri, 2026-11-02, 2026-11, 2026"

  /// - Throws: a validation error for a day that has not come yet.
  static func checkPast(_ argument: DateArgument?) throws {
    guard let date = argument?.date, date > Invocation.current.today.date else { return }
    throw ValidationError("\(date) has not come yet: this takes today or a day before")
  }
}
