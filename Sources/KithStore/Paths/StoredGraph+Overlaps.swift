import KithCore

extension StoredGraph {
  /// Where two people were at the same time: work first, then schools, clubs and events.
  func overlaps(between first: Int64, and second: Int64, today: PartialDate) throws -> [Overlap] {
    let mine = try presences(of: first)
    guard !mine.isEmpty else { return [] }
    return try overlaps(mine, try presences(of: second), today: today)
  }

  /// One for each place and kind.
  func overlaps(_ mine: [Presence], _ theirs: [Presence], today: PartialDate) throws -> [Overlap] {
    if theirs.isEmpty { return [] }
    let others = StoredGraph.byPlace(theirs)
    var found: [Overlap] = []
    for presence in mine {
      for other in others(presence.place.id) {
        guard let overlap = presence.overlap(with: other, today: today),
          !found.contains(where: { $0.place.id == overlap.place.id && $0.kind == overlap.kind })
        else { continue }
        found.append(try dated(overlap))
      }
    }
    return Overlap.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// A table only for many: making the first of a type costs the runtime more than looking at a few.
  private static func byPlace(_ presences: [Presence]) -> (Identifier) -> [Presence] {
    if presences.count <= 16 { return { place in presences.filter { $0.place.id == place } } }
    let places = Dictionary(grouping: presences, by: \.place.id)
    return { places[$0] ?? [] }
  }

  /// An overlap at an event was when the event was.
  private func dated(_ overlap: Overlap) throws -> Overlap {
    guard overlap.place.kind == .event, let event = try entity(overlap.place.id) else { return overlap }
    var overlap = overlap
    overlap.period = event.period
    return overlap
  }

  /// Where somebody was, as their relations tell.
  func presences(of row: Int64) throws -> [Presence] {
    let statement = try connection.statement(StoredGraph.presencesSQL)
    statement.bind(1, row)
    var found: [Presence] = []
    while try statement.step() {
      let place = EntitySummary(
        id: statement.identifier(0), kind: EntityRow.kind(code: statement.int(1)), name: statement.text(2))
      let attributes = RelationRow.read(from: statement, at: 3)
      found.append(Presence(attributes.type, at: place, title: attributes.title, attributes.period))
    }
    return found
  }

  private static let presenceCodes = Overlap.types.map { String($0.code) }.sorted().joined(separator: ", ")
  static let presencesSQL = """
    SELECT place.uuid, place.kind, place.name, \(RelationRow.columns) FROM relation
    CROSS JOIN entity AS place ON place.id = relation.object
    WHERE relation.subject = ? AND relation.type IN (\(presenceCodes)) ORDER BY relation.id
    """
  static let presentSQL = """
    SELECT subject FROM relation WHERE object = ? AND type IN (\(presenceCodes)) LIMIT ?
    """
}
