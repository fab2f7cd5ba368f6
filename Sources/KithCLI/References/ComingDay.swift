import ArgumentParser
import KithCore

/// A day on the command line that is yet to come, where a weekday is the next one.
struct ComingDay: ExpressibleByArgument {
  let day: CivilDay

  init?(argument: String) {
    let date = DateWords.parse(argument, today: Invocation.current.today, .future)
    guard let day = date.flatMap({ CivilDay($0) }) else { return nil }
    self.day = day
  }

  static let help = "tomorrow, 3d, 2w, fri, 2026-12-01"

  /// - Throws: a validation error for today and the days before.
  static func check(_ argument: ComingDay?) throws {
    guard let day = argument?.day, day <= Invocation.current.today else { return }
    throw ValidationError("\(day) is not after today: this takes a day to come")
  }
}
