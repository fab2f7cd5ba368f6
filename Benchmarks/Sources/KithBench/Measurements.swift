import Foundation

/// The measurements on one world, in the order of the table.
struct Measurements {
  let settings: Settings
  let meter: Meter
  let world: World
  /// The C floor's program; nil where it could not be had.
  let floor: String?

  var storePath: String { settings.folder + "/kith-\(world.people).sqlite" }
  private var floorStore: String { settings.folder + "/floor-\(world.people).sqlite" }

  private func kith(_ arguments: String...) -> [String] { [settings.kith] + arguments + ["--store", storePath] }

  func remove(_ store: String) {
    for suffix in ["", "-journal", "-wal", "-shm", ".lock"] {
      try? FileManager.default.removeItem(atPath: store + suffix)
    }
  }

  func removeStores() {
    remove(storePath)
    remove(floorStore)
  }

  // MARK: Import

  func importWorld() throws -> Row {
    let ours: (Int) throws -> Cost = { _ in
      remove(storePath)
      return try meter.run(kith("import", world.file))
    }
    guard let floor, let tables = world.tables else {
      let costs = try meter.inTurn(settings.runs, [ours])
      return Row(what: "import the world", ours: costs[0], beside: "no C floor here", others: [])
    }
    let costs = try meter.inTurn(
      settings.runs,
      [
        ours,
        { _ in
          remove(floorStore)
          return try meter.run([floor, "import", tables, floorStore, "fts"])
        },
      ])
    return Row(
      what: "import the world", ours: costs[0], beside: "C floor", others: costs[1], must: "≤ 3×", goal: "≤ 1.3×")
  }

  // MARK: Reading

  var list: [String] { kith("list", "--limit", "20") }
  var who: [String] { kith("who", "--rejected", world.subjects.company) }

  func cold() throws -> [Row] {
    guard Tool.isInstalled("sqlite3") else { return [] }
    return try [
      ("`list --limit 20`", list, StoreQueries.list),
      ("`who --rejected`, \(world.subjects.ties) ties", who, StoreQueries.ties(to: world.subjects.company)),
    ].map { what, command, query in
      let costs = try meter.inTurn(
        settings.runs * 3, [{ _ in try meter.run(command) }, { _ in try meter.run(["sqlite3", storePath, query]) }])
      return Row(
        what: what, ours: costs[0], beside: "sqlite3 shell", others: costs[1], must: "≤ 2.5×", goal: "≤ 1.0×")
    }
  }

  // MARK: Searching

  func find(_ letters: String) -> [String] { kith("find", letters) }

  func search() throws -> [Row] {
    func row(_ letters: String, beside: String, _ other: [String], must: String, goal: String) throws -> Row {
      let costs = try meter.inTurn(
        settings.runs * 3, [{ _ in try meter.run(find(letters)) }, { _ in try meter.run(other) }])
      return Row(
        what: "`find \(letters)`", ours: costs[0], beside: beside, others: costs[1], must: must, goal: goal)
    }
    let oneLetter = try row("m", beside: "`find mar`", find("mar"), must: "≤ 2×", goal: "≤ 1.0×")
    guard Tool.isInstalled("sqlite3") else { return [oneLetter] }
    let shell = ["sqlite3", storePath, StoreQueries.search("mar")]
    return [try row("mar", beside: "sqlite3 shell", shell, must: "≤ 2.5×", goal: "≤ 1.0×"), oneLetter]
  }

  // MARK: Recording

  func record() throws -> Row {
    let oneshot = settings.programs + "/oneshot"
    let file = settings.folder + "/oneshot.sqlite"
    remove(file)
    try Tool.run([oneshot, file, "create"])
    defer { remove(file) }
    let costs = try meter.inTurn(
      settings.runs * 3,
      [
        { try meter.run(kith("met", "Somebody New\($0)", "--email", "new\($0)@example.com")) },
        { _ in try meter.run([oneshot, file]) },
      ])
    return Row(
      what: "record one contact, durably", ours: costs[0], beside: "one row by SQLite in C", others: costs[1],
      must: "≤ 2×", goal: "≤ 1.3×")
  }

  // MARK: Exporting

  func exports() throws -> [Row] {
    try [("vcard", "vcf"), ("csv", "csv"), ("xml", "xml"), ("xml", "xmlw")].compactMap { format, kind in
      let ours: (Int) throws -> Cost = { _ in
        try meter.run(kith("export", format), output: "kith." + format)
      }
      let what = "export \(format == "xml" ? "everything" : "people") to \(format), a byte"
      guard let floor, world.tables != nil else {
        if kind == "xmlw" { return nil }
        let costs = try meter.inTurn(settings.runs, [ours])
        return Row(what: what, ours: costs[0], beside: "no C floor here", others: [], perMegabyte: true)
      }
      let costs = try meter.inTurn(
        settings.runs, [ours, { _ in try meter.run([floor, "export", floorStore, kind], output: "floor." + format) }])
      return Row(
        what: what, ours: costs[0], beside: kind == "xmlw" ? "C floor by libxml2's writer" : "C floor",
        others: costs[1], perMegabyte: true, must: "≤ 3×", goal: kind == "xmlw" ? "≤ 1.0×" : "≤ 1.4×")
    }
  }

  // MARK: Peers

  func abook() throws -> [Row] {
    guard Tool.isInstalled("abook") else { return [] }
    let cards = settings.folder + "/people.vcf"
    let book = settings.folder + "/people.abook"
    try meter.run(kith("export", "vcard"), output: "people.vcf")
    // abook writes over no file.
    try? FileManager.default.removeItem(atPath: book)
    let convert = ["abook", "--convert", "--informat", "vcard", "--infile", cards, "--outformat", "abook"]
    try meter.run(convert + ["--outfile", book])
    let email = world.subjects.email
    let find = try meter.inTurn(
      settings.runs,
      [
        { _ in try meter.run(kith("list", email)) },
        { _ in try meter.run(["abook", "--datafile", book, "--mutt-query", email]) },
      ])
    let write = try meter.inTurn(
      settings.runs,
      [
        { _ in try meter.run(kith("export", "vcard")) },
        { _ in
          try meter.run(["abook", "--convert", "--informat", "abook", "--infile", book, "--outformat", "vcard"])
        },
      ])
    return [
      Row(what: "find one person", ours: find[0], beside: "abook", others: find[1]),
      Row(what: "export people to vcard, a byte", ours: write[0], beside: "abook", others: write[1], perMegabyte: true),
    ]
  }

  // MARK: Memory

  func memory() throws -> String {
    let idle = try meter.run([settings.kith, "--version"])
    let commands: [(String, [String])] = [
      ("`list --limit 20`", list), ("`list`", kith("list")), ("`who`", who), ("`find m`", find("m")),
      ("`export vcard`", kith("export", "vcard")), ("`export csv`", kith("export", "csv")),
      ("`export xml`", kith("export", "xml")),
    ]
    var lines = [
      "| command | peak, MB | above `kith --version` (\(figure([idle].peakMegabytes)) MB) |", "|---|---|---|",
    ]
    for (name, command) in commands {
      let peak = try (0..<3).map { _ in try meter.run(command) }.peakMegabytes
      lines.append("| \(name) | \(figure(peak)) | \(figure(peak - [idle].peakMegabytes)) |")
    }
    return lines.joined(separator: "\n")
  }
}
