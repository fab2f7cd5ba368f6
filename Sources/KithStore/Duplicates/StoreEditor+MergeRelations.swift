import KithCore

/// A relation that is handed from one record to another, or met there.
private struct MovedEdge {
  let row: Int64
  var subject: Int64
  var object: Int64
  let type: RelationType
  let title: String
  var units: String
  let start: Int
  var end: Int
  /// Whether it came from the other record.
  var isMoved = false

  init(_ statement: PreparedStatement) {
    row = statement.rowID(0)
    subject = statement.rowID(1)
    type = RelationType(code: statement.int(2)) ?? .related
    object = statement.rowID(3)
    title = statement.text(4)
    units = statement.text(5)
    start = statement.int(6)
    end = statement.int(7)
  }

  static let columns = "id, subject, type, object, title, units, startDate, endDate"

  /// Whether it says no more than that there is such a tie.
  var isBare: Bool { title.isEmpty && units.isEmpty && start == 0 && end == 0 }

  /// Whether the two, which join the same records, are one relation, however it ended.
  func isSame(as other: MovedEdge) -> Bool { start == other.start && title == other.title }

  var ends: EdgeEnds { EdgeEnds(subject: subject, type: type, object: object) }
}

/// Which records an edge joins, and how.
private struct EdgeEnds: Hashable {
  let subject: Int64
  let type: RelationType
  let object: Int64

  init(subject: Int64, type: RelationType, object: Int64) {
    let isTurned = type.isSymmetric && subject > object
    self.subject = isTurned ? object : subject
    self.type = type
    self.object = isTurned ? subject : object
  }
}

extension StoreEditor {
  /// Hands each relation of `other` to `row`. What is the survivor's already is there once; what would tie it to itself
  /// goes, and is told.
  func moveRelations(
    from other: Int64, to row: Int64, _ report: inout MergeReport, keeping note: (String) -> Void
  ) throws {
    var between: [String] = []
    var moved = Set<Int64>()
    var touched: [EdgeEnds] = []
    for var edge in try edges(touching: other) {
      let isBetween = edge.subject != edge.object && (edge.subject == row || edge.object == row)
      if edge.subject == other { edge.subject = row }
      if edge.object == other { edge.object = row }
      touched.append(edge.ends)
      if isBetween {
        between.append(edge.type.phrase)
        _ = try change("DELETE FROM relation WHERE id = ?", edge.row)
      } else if try change(StoreEditor.moveSQL, edge.row, edge.subject, edge.object) > 0 {
        moved.insert(edge.row)
      } else {
        _ = try change("DELETE FROM relation WHERE id = ?", edge.row)
        report.note(.relations, doubles: 1)
      }
    }
    let doubles = try touched.unique.reduce(0) { try $0 + settle($1, moved, keeping: note) }
    report.note(.relations, doubles: doubles)
    report.note(.relations, max(0, moved.count - doubles))
    guard !between.isEmpty else { return }
    let ties = between.map { "'\($0)'" }.joined(separator: ", ")
    report.remarks.append("between the two there was \(ties), which is dropped")
  }

  private static let moveSQL = "UPDATE OR IGNORE relation SET subject = ?2, object = ?3 WHERE id = ?1"

  private func edges(touching row: Int64) throws -> [MovedEdge] {
    let statement = try connection.statement(
      """
      SELECT \(MovedEdge.columns) FROM relation WHERE subject = ?1
      UNION SELECT \(MovedEdge.columns) FROM relation WHERE object = ?1 ORDER BY id
      """)
    statement.bind(1, row)
    var edges: [MovedEdge] = []
    while try statement.step() { edges.append(MovedEdge(statement)) }
    return edges
  }

  /// Where both records had a relation of these ends: makes one of those that say the same, and drops a bare one where
  /// another says more and lasts. Returns how many went.
  private func settle(_ ends: EdgeEnds, _ moved: Set<Int64>, keeping note: (String) -> Void) throws -> Int {
    var edges = try edges(of: ends, moved)
    guard edges.contains(where: \.isMoved), edges.contains(where: { !$0.isMoved }) else { return 0 }
    let before = edges.count
    var kept: [MovedEdge] = []
    for edge in edges {
      if let position = kept.firstIndex(where: { $0.isSame(as: edge) }) {
        try join(edge, into: &kept[position], keeping: note)
      } else {
        kept.append(edge)
      }
    }
    edges = kept
    if edges.contains(where: { !$0.isBare && $0.end == 0 }) {
      for edge in edges where edge.isBare { _ = try change("DELETE FROM relation WHERE id = ?", edge.row) }
      edges.removeAll(where: \.isBare)
    }
    return before - edges.count
  }

  /// The survivor's own first.
  private func edges(of ends: EdgeEnds, _ moved: Set<Int64>) throws -> [MovedEdge] {
    let statement = try connection.statement(
      "SELECT \(MovedEdge.columns) FROM relation WHERE subject = ? AND type = ? AND object = ? ORDER BY id")
    var found: [MovedEdge] = []
    let ways = [(ends.subject, ends.object), (ends.object, ends.subject)]
    for (subject, object) in ends.type.isSymmetric ? ways : [ways[0]] {
      statement.bind(1, subject)
      statement.bind(2, ends.type.code)
      statement.bind(3, object)
      while try statement.step() {
        var edge = MovedEdge(statement)
        edge.isMoved = moved.contains(edge.row)
        found.append(edge)
      }
    }
    return found.filter { !$0.isMoved } + found.filter(\.isMoved)
  }

  /// An end or departments that only one of them knows are taken; where both know, those of the first stay.
  private func join(_ edge: MovedEdge, into known: inout MovedEdge, keeping note: (String) -> Void) throws {
    _ = try change("DELETE FROM relation WHERE id = ?", edge.row)
    let isOtherEnd = known.end != 0 && edge.end != 0 && known.end != edge.end
    let areOtherUnits = !known.units.isEmpty && !edge.units.isEmpty && known.units != edge.units
    if isOtherEnd || areOtherUnits {
      let ends = isOtherEnd ? PartialDate(packed: edge.end).map { " until \($0)" } ?? " until an unknown date" : ""
      let units = areOtherUnits ? " in \(edge.units)" : ""
      note("\(edge.type.phrase) \(try graph.name(atRow: edge.object))\(ends)\(units)")
    }
    let (end, units) = (known.end != 0 ? known.end : edge.end, known.units.isEmpty ? edge.units : known.units)
    guard end != known.end || units != known.units else { return }
    (known.end, known.units) = (end, units)
    let update = try connection.statement("UPDATE relation SET endDate = ?2, units = ?3 WHERE id = ?1")
    update.bind(1, known.row)
    update.bind(2, end)
    update.bind(3, units)
    try update.run()
  }
}
