import KithCore

/// Names the ends of edges while all edges pass by: a table of fixed size in front of a probe, so that memory stays flat
/// and most edges cost no query.
final class EndCache {
  private struct Slot {
    var row: Int64
    var summary: EntitySummary
  }

  /// How many different ends there will be: those of a selection; companies and events; all entities. Of the latter two,
  /// the first are read beforehand, in the order in which they lie in the file.
  enum Expectation: Int {
    case few = 1024
    case some = 16384
    case all = 131_072
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let count: Int
  private let probe: PreparedStatement

  init(_ connection: Connection, expecting: Expectation) throws {
    probe = try connection.cursor("SELECT id, uuid, kind, name FROM entity WHERE id = ?")
    count = expecting.rawValue
    slots = .allocate(capacity: count)
    let nobody = EntitySummary(id: Identifier(high: 0, low: 0), kind: .person, name: "")
    slots.initialize(repeating: Slot(row: 0, summary: nobody), count: count)
    guard expecting != .few else { return }
    let ofKinds = expecting == .some ? "WHERE kind IN (2, 3, 4)" : ""
    let first = try connection.cursor("SELECT id, uuid, kind, name FROM entity \(ofKinds) ORDER BY id LIMIT \(count)")
    while try first.step() { store(first) }
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  func summary(ofRow row: Int64) throws -> EntitySummary {
    let slot = slots + Int(row) & (count - 1)
    if slot.pointee.row != row { try look(up: row) }
    return slot.pointee.summary
  }

  func identifier(ofRow row: Int64) throws -> Identifier {
    let slot = slots + Int(row) & (count - 1)
    if slot.pointee.row != row { try look(up: row) }
    return slot.pointee.summary.id
  }

  private func look(up row: Int64) throws {
    probe.bind(1, row)
    defer { probe.reset() }
    if try probe.step() { store(probe) }
  }

  private func store(_ row: PreparedStatement) {
    let id = row.rowID(0)
    slots[Int(id) & (count - 1)] = Slot(
      row: id,
      summary: EntitySummary(id: row.identifier(1), kind: EntityRow.kind(code: row.int(2)), name: row.text(3)))
  }
}
