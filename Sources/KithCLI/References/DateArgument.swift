import ArgumentParser
import KithCore

/// A date on the command line.
struct DateArgument: ExpressibleByArgument {
  let date: PartialDate

  init?(argument: String) {
    guard let date = DateWords.parse(argument, today: Invocation.current.today) else { return nil }
    self.date = date
  }

  static let help = "today, yesterday, -3d, fri, 2026-11-02, 2026-11"
}
