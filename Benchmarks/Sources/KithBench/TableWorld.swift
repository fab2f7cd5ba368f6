import Foundation

/// The tables that gen_network.py writes, as kith's JSON Lines.
struct TableWorld {
  let folder: String

  func write(to world: WorldFile) throws -> WorldFile.Subjects {
    try entities(world)
    try relations(world)
    let rejection = try applications(world)
    try rows("interactions") {
      world.interaction(number($0[0]), with: number($0[1]), on: $0[2], by: $0[3], $0[4])
    }
    return rejection
  }

  private func entities(_ world: WorldFile) throws {
    try rows("people") {
      world.person(
        number($0[0]), given: $0[1], family: $0[2], email: $0[3], phone: $0[4], city: $0[5], note: $0[7])
    }
    try rows("companies") { world.company(number($0[0]), name: $0[1], domain: $0[2], industry: $0[3], city: $0[4]) }
    try rows("orgs") { world.organization(number($0[0]), name: $0[1]) }
    try rows("events") { world.event(number($0[0]), name: $0[1], date: $0[3], city: $0[4]) }
    world.me(1)
  }

  private func relations(_ world: WorldFile) throws {
    try rows("employments") { world.employment(number($0[0]), at: number($0[1]), as: $0[2], from: $0[3], to: $0[4]) }
    try rows("members") { world.relation("p" + $0[0], "memberOf", "o" + $0[1]) }
    try rows("attended") { world.relation("p" + $0[0], "attended", "v" + $0[1]) }
    try rows("events") { world.relation("o" + $0[2], "hosted", "v" + $0[0]) }
    try rows("knows") { world.relation("p" + $0[0], "knows", "p" + $0[1], start: $0[2]) }
  }

  private func applications(_ world: WorldFile) throws -> WorldFile.Subjects {
    var interviews: [Int: [(person: Int, role: String, date: String)]] = [:]
    try rows("interviews") { interviews[number($0[0]), default: []].append((number($0[1]), "interviewer", $0[2])) }
    try rows("applications") { row in
      var involved: [(person: Int, role: String, date: String)] = []
      if !row[4].isEmpty { involved.append((number(row[4]), "recruiter", row[2])) }
      if !row[5].isEmpty { involved.append((number(row[5]), "referrer", row[2])) }
      let outcome = row[3] == "open" ? nil : row[3]
      world.application(
        number(row[0]), to: number(row[1]), on: row[2], outcome: outcome,
        involved: involved + (interviews[number(row[0])] ?? []))
    }
    return world.rejection()
  }

  private func number(_ text: String) -> Int { Int(text) ?? 0 }

  /// The rows after the header. None of these tables has a quoted field.
  private func rows(_ table: String, _ body: ([String]) -> Void) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(table).csv"), options: .mappedIfSafe)
    try data.withUnsafeBytes { bytes in
      for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
        guard !line.contains(UInt8(ascii: "\"")) else { throw Failure("\(table).csv has a quoted field") }
        let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        body(fields.map { String(decoding: UnsafeRawBufferPointer(rebasing: $0), as: UTF8.self) })
      }
    }
  }
}
