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
}

extension StoredGraph {
  /// Hands over a row for each entity of `kind`, by family name, at most `limit`.
  public func forEachListRow(of kind: Entity.Kind, limit: Int?, _ body: (ListRow) throws -> Void) throws {
    let shown = shownWhere("entity.id")
    let statement = try connection.cursor(
      """
      SELECT entity.uuid, entity.name, entity.properties, company.name, employment.title
      FROM entity LEFT JOIN relation AS employment ON employment.id = (
        SELECT id FROM relation WHERE subject = entity.id AND type = \(RelationType.worksFor.code) AND endDate = 0
        ORDER BY startDate DESC LIMIT 1)
      LEFT JOIN entity AS company ON company.id = employment.object
      \(shown.isEmpty ? "WHERE" : shown + " AND") entity.kind = \(EntityRow.code(of: kind))
      ORDER BY entity.kind, entity.sortKey, entity.id LIMIT ?
      """)
    statement.bind(1, limit ?? -1)
    while try statement.step() { try body(try listRow(from: statement, kind: kind)) }
  }

  private func listRow(from row: PreparedStatement, kind: Entity.Kind) throws -> ListRow {
    let summary = EntitySummary(id: row.identifier(0), kind: kind, name: row.text(1))
    var glance = Entity(id: summary.id, kind: kind, name: "", created: Timestamp(secondsSince1970: 0))
    var reader = JSONReader(row.textBytes(2))
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "emails", "phones", "tags": _ = try reader.readProperty(key, into: &glance)
      default: try reader.skipValue()
      }
    }
    let title = row.optionalText(4)
    return ListRow(
      summary: summary, company: row.optionalText(3), title: title?.isEmpty == true ? nil : title,
      email: glance.emails.first?.address, phone: glance.phones.first?.number, tags: glance.tags)
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
