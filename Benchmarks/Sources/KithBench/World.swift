import Foundation

/// A network on disk: kith's JSON Lines, and the tables that the C floor reads where it is there.
struct World {
  let people: Int
  let file: String
  /// The folder of the CSV tables; nil for a generated world.
  let tables: String?
  let rejection: WorldFile.Rejection

  /// Makes the world, or takes the one that an earlier run made.
  static func make(_ people: Int, _ settings: Settings) throws -> World {
    let origin = settings.floor == nil ? "generated" : "network"
    let base = "\(settings.folder)/\(origin)-\(people)"
    let file = base + ".jsonl"
    let tables = settings.floor == nil ? nil : base
    if let data = FileManager.default.contents(atPath: base + ".json") {
      let rejection = try JSONDecoder().decode(WorldFile.Rejection.self, from: data)
      return World(people: people, file: file, tables: tables, rejection: rejection)
    }
    let world = try WorldFile(path: file)
    let rejection: WorldFile.Rejection
    if let floor = settings.floor, let tables {
      try Tool.run(["python3", floor + "/gen_network.py", String(people), tables])
      rejection = try TableWorld(folder: tables).write(to: world)
    } else {
      rejection = GeneratedWorld(people: people).write(to: world)
    }
    try world.close()
    try JSONEncoder().encode(rejection).write(to: URL(fileURLWithPath: base + ".json"))
    return World(people: people, file: file, tables: tables, rejection: rejection)
  }
}
