import ArgumentParser
import KithCore

/// A span of the calendar on the command line.
struct IntervalArgument: ExpressibleByArgument {
  let interval: Interval

  init?(argument: String) {
    guard let interval = Interval(argument) else { return nil }
    self.interval = interval
  }

  static let help = "10d, 6w, 3mo, 1y"
}
