import KithCore

/// A relation to a company or an organization.
struct WorkTie {
  let type: RelationType
  let place: SearchPlaces.Place
  let title: String?
  let units: [String]
  /// Whether it is over, by what is recorded of its end.
  let isPast: Bool
}

/// What was said when something happened.
struct SearchedInteraction {
  let summary: String
  let date: PartialDate?
  let channel: String
}

extension StoredGraph {
  /// Where an entity works, belongs or learnt: what began last first.
  func workTies(of row: Int64, _ places: SearchPlaces) throws -> [WorkTie] {
    let statement = try connection.statement(StoredGraph.workTiesSQL)
    statement.bind(1, row)
    var ties: [WorkTie] = []
    while try statement.step() {
      guard let place = try places.place(atRow: statement.rowID(0)), place.isNamed else { continue }
      let attributes = RelationRow.read(from: statement, at: 1)
      ties.append(
        WorkTie(
          type: attributes.type, place: place, title: attributes.title, units: attributes.units,
          isPast: RelationRow.endCode(of: attributes.period) != 0))
    }
    return ties
  }

  static let workTiesSQL = """
    SELECT relation.object, \(RelationRow.columns) FROM relation
    WHERE relation.subject = ? AND +relation.type IN (\(WorkTies.codes))
    ORDER BY relation.type, relation.startDate DESC, relation.id
    """

  /// The last hundred that were recorded.
  func latestInteractions(ofRow row: Int64) throws -> [SearchedInteraction] {
    let statement = try connection.statement(StoredGraph.latestInteractionsSQL)
    statement.bind(1, row)
    var found: [SearchedInteraction] = []
    while try statement.step() {
      found.append(
        SearchedInteraction(summary: statement.text(0), date: statement.date(1), channel: statement.text(2)))
    }
    return found
  }

  static let latestInteractionsSQL = """
    SELECT interaction.summary, interaction.date, interaction.channel
    FROM (SELECT interaction AS id FROM participant WHERE entity = ? ORDER BY interaction DESC LIMIT 100) AS latest
    CROSS JOIN interaction ON interaction.id = latest.id
    """

  /// When something last happened with an entity, as far as the last three that were recorded say; 0 if nothing did.
  func lastTouch(ofRow row: Int64) throws -> Int {
    let statement = try connection.statement(StoredGraph.lastTouchSQL)
    statement.bind(1, row)
    return try statement.firstInt() ?? 0
  }

  static let lastTouchSQL = """
    SELECT max(interaction.date)
    FROM (SELECT interaction AS id FROM participant WHERE entity = ? ORDER BY interaction DESC LIMIT 3) AS latest
    CROSS JOIN interaction ON interaction.id = latest.id
    """
}
