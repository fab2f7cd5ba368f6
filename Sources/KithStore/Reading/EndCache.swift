import KithCore

/// Names the ends of edges while all edges pass by: a table of fixed size in front of a probe, so that memory stays flat
/// and most edges cost no query.
final class EndCache {
  private struct Slot {
    var row: Int64
    var summary: EntitySummary
  }

  private var slots: [Slot]
  private let probe: PreparedStatement
  private static let capacity = 1 << 17

  /// `filled` reads the first entities in one pass beforehand: for a walk over the whole graph.
  init(_ connection: Connection, filled: Bool) throws {
    let nobody = EntitySummary(id: Identifier(high: 0, low: 0), kind: .person, name: "")
    slots = Array(repeating: Slot(row: 0, summary: nobody), count: filled ? EndCache.capacity : 1 << 10)
    probe = try connection.cursor("SELECT id, uuid, kind, name FROM entity WHERE id = ?")
    guard filled else { return }
    let all = try connection.cursor("SELECT id, uuid, kind, name FROM entity ORDER BY id LIMIT \(EndCache.capacity)")
    while try all.step() { store(all) }
  }

  func summary(ofRow row: Int64) throws -> EntitySummary {
    let slot = Int(row) & (slots.count - 1)
    if slots[slot].row == row { return slots[slot].summary }
    probe.bind(1, row)
    defer { probe.reset() }
    if try probe.step() { store(probe) }
    return slots[slot].summary
  }

  func identifier(ofRow row: Int64) throws -> Identifier {
    let slot = Int(row) & (slots.count - 1)
    return slots[slot].row == row ? slots[slot].summary.id : try summary(ofRow: row).id
  }

  private func store(_ row: PreparedStatement) {
    let id = row.rowID(0)
    slots[Int(id) & (slots.count - 1)] = Slot(
      row: id,
      summary: EntitySummary(id: row.identifier(1), kind: EntityRow.kind(code: row.int(2)), name: row.text(3)))
  }
}
