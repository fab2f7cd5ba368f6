import Foundation

/// A network on disk: kith's JSON Lines, and the tables that the C floor reads where it is there.
struct World {
  let people: Int
  let file: String
  /// The folder of the CSV tables; nil for a generated world.
  let tables: String?
  let subjects: WorldFile.Subjects

  /// Makes the world, or takes the one that an earlier run made.
  static func make(_ people: Int, _ settings: Settings) throws -> World {
    let origin = settings.floor == nil ? "generated" : "network"
    let base = "\(settings.folder)/\(origin)-\(people)"
    let file = base + ".jsonl"
    let tables = settings.floor == nil ? nil : base
    if let data = FileManager.default.contents(atPath: base + ".json") {
      let subjects = try JSONDecoder().decode(WorldFile.Subjects.self, from: data)
      return World(people: people, file: file, tables: tables, subjects: subjects)
    }
    let world = try WorldFile(path: file)
    let subjects: WorldFile.Subjects
    if let floor = settings.floor, let tables {
      try Tool.run(["python3", floor + "/gen_network.py", String(people), tables])
      subjects = try TableWorld(folder: tables).write(to: world)
    } else {
      subjects = GeneratedWorld(people: people).write(to: world)
    }
    try world.close()
    try JSONEncoder().encode(subjects).write(to: URL(fileURLWithPath: base + ".json"))
    return World(people: people, file: file, tables: tables, subjects: subjects)
  }
}
