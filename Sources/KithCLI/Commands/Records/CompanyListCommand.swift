import ArgumentParser
import KithCore

struct CompanyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List companies, or those whose door is open, ajar or closed.",
    discussion: """
      A door is open where somebody works whom you have recorded and no answer was a no, where an application is \
      open or ended otherwise since the last no, or where the day from which to try again has come. After a no it is \
      ajar if somebody there referred or interviewed you, was to be your manager, or is somebody with whom you keep \
      an interval and something happened, wherever that was; closed if there is nobody. Who took part in an \
      application is there unless they left or work elsewhere.

      Examples:
        kith company list --limit 20
        kith company list --door ajar
      """)

  @Option(
    name: .customLong("door"),
    help: ArgumentHelp("Only those with such a door, with who holds it.", valueName: "state"))
  var door: Door.State?

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var limit: Int?

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    try store.read { graph in
      let output = Descriptor.standardOutput.sink()
      guard let door else {
        let count = try ListOutput(kinds: [.company], limit: limit, format: format).write(graph, to: output)
        return try sayNone(count, "no companies are recorded")
      }
      let doors = try DoorFinder(graph, today: Invocation.current.today).doors.filter { $0.state == door }
      let count = try DoorOutput(format: format, graph: graph).write(doors, limit: limit, to: output)
      try sayNone(count, "no door is \(door.rawValue)")
    }
  }

  private func sayNone(_ count: Int, _ words: String) throws {
    if count == 0, format == .table { try Descriptor.standardError.say(words) }
  }
}

extension Door.State: ExpressibleByArgument {}
