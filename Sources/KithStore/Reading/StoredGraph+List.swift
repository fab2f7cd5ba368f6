import KithCore

/// A line of a list: what identifies an entity at a glance.
public struct ListRow: Sendable, Equatable {
  public let summary: EntitySummary
  /// Where a person works now.
  public let company: String?
  public let title: String?
  public let email: String?
  public let phone: String?
  public let tags: [String]
  public let city: String?
  /// What stands first in a list by name.
  public let sortKey: String
  /// The facts that were asked for.
  public var last: PartialDate?
  public var met: PartialDate?
  public var due: CivilDay?
}

/// What takes a look at other tables for each row of a list.
public enum ListFact: Sendable, CaseIterable {
  /// When something last happened with them.
  case last
  /// When you met, or recorded, them.
  case met
  /// When something is next due.
  case due
}

extension StoredGraph {
  /// Hands over a row for each entity of `kind` for which `query` holds, by family name, at most `limit`.
  public func forEachListRow(
    of kind: Entity.Kind, limit: Int?, where query: SelectorQuery? = nil, with facts: Set<ListFact> = [],
    _ body: (ListRow) throws -> Void
  ) throws {
    let statement = try connection.prepared(try listSQL(of: kind, limit: limit, where: query, with: facts))
    while try statement.step() {
      var row = try listRow(from: statement, kind: kind)
      if !facts.isEmpty { (row.last, row.met, row.due) = (statement.date(6), statement.date(7), statement.day(8)) }
      try body(row)
    }
  }

  /// A set is where SQLite begins; else it reads the kind in the order of the names, and sorts nothing.
  func listSQL(
    of kind: Entity.Kind, limit: Int?, where query: SelectorQuery?, with facts: Set<ListFact>
  ) throws -> SQLFragment {
    var conditions: [SQLFragment] = isSelection ? ["entity.id IN (SELECT id FROM temp.selected)"] : []
    if let query { conditions.append(query.condition) }
    let code = EntityRow.code(of: kind)
    conditions.append(query?.isSet == true ? "+entity.kind = \(code)" : "entity.kind = \(code)")
    let columns: SQLFragment = facts.isEmpty ? "" : ", \(SQLFragment.joined(try factColumns(facts), ", "))"
    return """
      \(query?.prefix ?? "")
      SELECT entity.uuid, entity.name, entity.properties, company.name, employment.title,
        entity.sortKey\(columns)
      FROM entity LEFT JOIN relation AS employment ON employment.id = (
        SELECT id FROM relation WHERE subject = entity.id AND type = \(RelationType.worksFor.code) AND endDate = 0
        ORDER BY startDate DESC LIMIT 1)
      LEFT JOIN entity AS company ON company.id = employment.object
      WHERE \(SQLFragment.joined(conditions, " AND "))
      ORDER BY entity.kind, entity.sortKey, entity.id LIMIT \(limit ?? -1)
      """
  }

  /// All three, those not asked for as nothing.
  private func factColumns(_ facts: Set<ListFact>) throws -> [SQLFragment] {
    let me = try me().flatMap(rowID).map { Int($0) } ?? 0
    let last: SQLFragment = """
      (SELECT max(interaction.date) FROM participant
        CROSS JOIN interaction ON interaction.id = participant.interaction WHERE participant.entity = entity.id)
      """
    let due: SQLFragment = """
      (SELECT min(open.due) FROM (
        SELECT followUp.due FROM followUp
        WHERE followUp.entity = entity.id AND followUp.state = 'open' AND followUp.due > 0 UNION ALL
        SELECT keepInTouch.due FROM keepInTouch WHERE keepInTouch.entity = entity.id AND keepInTouch.due > 0) AS open)
      """
    return [
      facts.contains(.last) ? last : "0", facts.contains(.met) ? StoredGraph.metDate(with: me) : "0",
      facts.contains(.due) ? due : "0",
    ]
  }

  private func listRow(from row: PreparedStatement, kind: Entity.Kind) throws -> ListRow {
    let summary = EntitySummary(id: row.identifier(0), kind: kind, name: row.text(1))
    var glance = Entity(id: summary.id, kind: kind, name: "", created: Timestamp(secondsSince1970: 0))
    var reader = JSONReader(row.textBytes(2))
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "emails", "phones", "addresses", "tags": _ = try reader.readProperty(key, into: &glance)
      default: try reader.skipValue()
      }
    }
    let title = row.optionalText(4)
    return ListRow(
      summary: summary, company: row.optionalText(3), title: title?.isEmpty == true ? nil : title,
      email: glance.emails.first?.address, phone: glance.phones.first?.number, tags: glance.tags,
      city: glance.addresses.lazy.flatMap(\.locality).first, sortKey: row.text(5))
  }

  /// Companies that said no, the latest first, with the date.
  public func rejectingCompanies() throws -> [EntitySummary] {
    let statement = try connection.statement(
      """
      SELECT company.uuid, company.kind, company.name FROM application
      JOIN entity AS company ON company.id = application.company
      WHERE application.outcome = 'rejected' GROUP BY company.id ORDER BY max(application.outcomeDate) DESC, company.id
      """)
    return try summaries(statement)
  }

  /// Interactions with an entity, the latest first.
  public func interactions(with id: Identifier, limit: Int = .max) throws -> [Interaction] {
    guard let row = try rowID(of: id) else { return [] }
    let statement = try connection.cursor(
      """
      SELECT interaction.id, interaction.uuid, interaction.date, interaction.channel, interaction.summary, event.uuid,
        application.uuid
      FROM (SELECT interaction AS found FROM participant WHERE entity = ?1
        UNION SELECT id FROM interaction WHERE event = ?1)
      CROSS JOIN interaction ON interaction.id = found
      LEFT JOIN entity AS event ON event.id = interaction.event
      LEFT JOIN application ON application.id = interaction.application
      ORDER BY interaction.date DESC, interaction.id DESC LIMIT ?2
      """)
    statement.bind(1, row)
    statement.bind(2, limit == .max ? -1 : limit)
    var interactions: [Interaction] = []
    while try statement.step() {
      let participants = try participants(ofInteraction: statement.rowID(0))
      interactions.append(InteractionRow.read(from: statement, participants: participants))
    }
    return interactions
  }

  private func participants(ofInteraction row: Int64) throws -> [Identifier] {
    let statement = try connection.statement(
      """
      SELECT entity.uuid FROM participant CROSS JOIN entity ON entity.id = participant.entity
      WHERE participant.interaction = ? ORDER BY participant.id
      """)
    statement.bind(1, row)
    var participants: [Identifier] = []
    while try statement.step() { participants.append(statement.identifier(0)) }
    return participants
  }

  /// Applications in which a person has a part.
  public func applications(involving person: Identifier) throws -> [JobApplication] {
    guard let row = try rowID(of: person) else { return [] }
    let statement = try connection.statement(
      """
      SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source)
      WHERE application.id IN (SELECT application FROM involvement WHERE person = ?) ORDER BY application.id
      """)
    statement.bind(1, row)
    return try readApplications(statement)
  }
}
