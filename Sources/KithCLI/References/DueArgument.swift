import ArgumentParser
import KithCore

/// A day on the command line on which something is due: a weekday is the next one.
struct DueArgument: ExpressibleByArgument {
  let day: CivilDay

  init?(argument: String) {
    let date = DateWords.parse(argument, today: Invocation.current.today, .future)
    guard let day = date.flatMap({ CivilDay($0) }) else { return nil }
    self.day = day
  }
}
