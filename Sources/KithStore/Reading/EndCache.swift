import KithCore

/// Says what stands at the ends of edges while all edges pass by: a table of fixed size in front of a probe, so that memory
/// stays flat and most edges cost no query.
final class EndCache<End> {
  private struct Slot {
    var row: Int64
    var end: End
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let count: Int
  private let probe: PreparedStatement
  private let read: (PreparedStatement) -> End

  /// `columns` of an entity's row are what `read` expects, the first of them at 1.
  fileprivate init(
    _ connection: Connection, expecting: EndExpectation, columns: String, nobody: End,
    read: @escaping (PreparedStatement) -> End
  ) throws {
    self.read = read
    probe = try connection.cursor("SELECT id, \(columns) FROM entity WHERE id = ?")
    count = expecting.rawValue
    slots = .allocate(capacity: count)
    slots.initialize(repeating: Slot(row: 0, end: nobody), count: count)
    guard expecting != .few else { return }
    let ofKinds = expecting == .some ? "WHERE kind IN (2, 3, 4)" : ""
    let first = try connection.cursor("SELECT id, \(columns) FROM entity \(ofKinds) ORDER BY id LIMIT \(count)")
    while try first.step() { store(first) }
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  func end(ofRow row: Int64) throws -> End {
    let slot = slots + Int(row) & (count - 1)
    if slot.pointee.row != row { try look(up: row) }
    return slot.pointee.end
  }

  private func look(up row: Int64) throws {
    probe.bind(1, row)
    defer { probe.reset() }
    if try probe.step() { store(probe) }
  }

  private func store(_ row: PreparedStatement) {
    let id = row.rowID(0)
    slots[Int(id) & (count - 1)] = Slot(row: id, end: read(row))
  }
}

/// How many different ends there will be: those of a selection; companies and events; all entities. Of the latter two,
/// the first are read beforehand, in the order in which they lie in the file.
enum EndExpectation: Int {
  case few = 1024
  case some = 16384
  case all = 131_072
}

extension EndCache where End == Identifier {
  convenience init(idsIn connection: Connection, expecting: EndExpectation) throws {
    let nobody = Identifier(high: 0, low: 0)
    try self.init(connection, expecting: expecting, columns: "uuid", nobody: nobody) { $0.identifier(1) }
  }
}

extension EndCache where End == EntitySummary {
  convenience init(namesIn connection: Connection, expecting: EndExpectation) throws {
    let nobody = EntitySummary(id: Identifier(high: 0, low: 0), kind: .person, name: "")
    try self.init(connection, expecting: expecting, columns: "uuid, kind, name", nobody: nobody) {
      EntitySummary(id: $0.identifier(1), kind: EntityRow.kind(code: $0.int(2)), name: $0.text(3))
    }
  }
}
