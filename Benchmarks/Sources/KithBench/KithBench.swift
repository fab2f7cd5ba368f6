import Foundation

/// Measures kith beside its limits and its peers, and prints the table as Markdown.
@main
struct KithBench {
  static func main() {
    do {
      try measure(Settings(CommandLine.arguments))
    } catch {
      note("KithBench: \(error)")
      exit(1)
    }
  }

  private static func measure(_ settings: Settings) throws {
    try FileManager.default.createDirectory(atPath: settings.folder, withIntermediateDirectories: true)
    let meter = Meter(program: settings.programs + "/meter", folder: settings.folder)
    let floor = try floorProgram(settings)
    func measurements(_ people: Int) throws -> Measurements {
      note("making \(people) people")
      return Measurements(settings: settings, meter: meter, world: try .make(people, settings), floor: floor)
    }
    let full = try measurements(settings.people)
    defer { full.removeStores() }
    try printTable(full)
    if settings.people > 1000 {
      let small = try measurements(1000)
      defer { small.removeStores() }
      try printGrowth(from: small, to: full)
    }
    say("\n### Memory\n\n" + (try full.memory()))
  }

  private static func printTable(_ full: Measurements) throws {
    let settings = full.settings
    say("## \(settings.people) people, \(full.floor == nil ? "generated data" : "gen_network.py")\n")
    let machine = ProcessInfo.processInfo
    say("\(machine.operatingSystemVersionString), \(machine.processorCount) processors.")
    say("\(settings.runs) runs or more of each, in turn; milliseconds of a whole process.\n")
    say(Row.head)
    let parts: [(String, () throws -> [Row])] = [
      ("import", { [try full.importWorld()] }), ("list and who", full.cold), ("search", full.search),
      ("record", { [try full.record()] }),
      ("export", full.exports), ("abook", full.abook),
    ]
    for (name, rows) in parts {
      note("measuring \(name)")
      for row in try rows() { say(row.markdown) }
    }
    if !Tool.isInstalled("sqlite3") { say("\nThe sqlite3 shell is not installed here.") }
    if !Tool.isInstalled("abook") { say("\nabook is not installed here.") }
    if full.floor == nil { say("\nThe C floor is not here: its columns are left out.") }
  }

  /// The same questions to a small world and the big one, in turn.
  private static func printGrowth(from small: Measurements, to full: Measurements) throws {
    _ = try small.meter.run([small.settings.kith, "import", small.world.file, "--store", small.storePath])
    say("\n### Growth\n\n" + Row.head)
    let questions = [
      ("`list --limit 20`", full.list, small.list), ("`who --rejected`", full.who, small.who),
      ("`find mar`", full.find("mar"), small.find("mar")), ("`find m`", full.find("m"), small.find("m")),
    ]
    for (what, one, other) in questions {
      let costs = try full.meter.inTurn(
        full.settings.runs * 3, [{ _ in try full.meter.run(one) }, { _ in try full.meter.run(other) }])
      say(
        Row(
          what: what, ours: costs[0], beside: "1000 people", others: costs[1], must: "≤ 1.5×", goal: "flat"
        ).markdown)
    }
  }

  private static func floorProgram(_ settings: Settings) throws -> String? {
    guard let folder = settings.floor else { return nil }
    guard let compiler = ["cc", "clang"].first(where: Tool.isInstalled) else { return nil }
    let program = settings.folder + "/graph_floor"
    try Tool.run([
      compiler, "-O2", "-w", folder + "/graph_floor.c", "-I/usr/include/libxml2", "-lsqlite3", "-lxml2", "-o", program,
    ])
    return program
  }

  /// A part of the table, as soon as it is known.
  private static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
