import ArgumentParser
import KithCore
import KithStore

/// Which application to a company, and when.
struct ApplicationOptions: ParsableArguments {
  @Option(
    name: .customLong("position"),
    help: ArgumentHelp("Which application, where there are several: words of its position.", valueName: "words"))
  var position: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  var day: PartialDate { date?.date ?? Invocation.current.today.date }

  func find(
    at company: EntitySummary, _ state: String, in graph: StoredGraph, where isMeant: (JobApplication) -> Bool
  ) throws -> JobApplication {
    try ApplicationFinder(graph: graph).one(at: company, position: position, state, where: isMeant)
  }
}

/// A stage of an application.
struct StageArgument: ExpressibleByArgument {
  let name: String

  init(_ name: String) { self.name = name }

  init?(argument: String) {
    guard JobApplication.Stage.commonNames.contains(argument) else { return nil }
    name = argument
  }

  var defaultValueDescription: String { name }
  static let allValueStrings = JobApplication.Stage.commonNames
}
