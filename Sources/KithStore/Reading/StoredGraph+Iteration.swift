import KithCore

extension StoredGraph {
  public func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    let codes = kinds.map { String(EntityRow.code(of: $0)) }.sorted().joined(separator: ", ")
    let shown = shownWhere("entity.id")
    // `+` keeps SQLite from gathering each kind by an index and sorting: this is one pass over the table in its order.
    let entities = try connection.cursor(
      """
      SELECT \(EntityRow.columns) FROM entity
      \(shown.isEmpty ? "WHERE" : shown + " AND") +entity.kind IN (\(codes)) ORDER BY entity.id
      """)
    let photos = try PhotoCursor(connection)
    let edges = try OutgoingCursor(connection, types: types, shown: shownWhere("relation.subject", "relation.object"))
    while try entities.step() {
      let row = entities.rowID(0)
      var entity = try EntityRow.read(from: entities)
      entity.photo = try photos.photo(ofEntity: row)
      try body(entity, try edges.relations(ofSubject: row))
    }
  }

  public func forEachRelation(_ body: (Relation) throws -> Void) throws {
    let relations = try connection.cursor(
      """
      SELECT subject.uuid, object.uuid, \(RelationRow.columns) FROM relation
      CROSS JOIN entity AS subject INDEXED BY entity_glance ON subject.id = relation.subject
      CROSS JOIN entity AS object INDEXED BY entity_glance ON object.id = relation.object
      \(shownWhere("relation.subject", "relation.object"))
      ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
      """)
    while try relations.step() { try body(StoredGraph.relation(from: relations)) }
  }

  public func forEachApplication(_ body: (JobApplication) throws -> Void) throws {
    let applications = try connection.cursor(
      """
      SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source)
      \(shownWhere("application.company")) ORDER BY application.id
      """)
    while try applications.step() {
      var application = try ApplicationRow.read(from: applications)
      application.involved = try involved(inApplication: applications.rowID(0))
      try body(application)
    }
  }

  public func forEachInteraction(_ body: (Interaction) throws -> Void) throws {
    let interactions = try connection.cursor(
      """
      SELECT shown.id, shown.uuid, shown.date, shown.channel, shown.summary, event.uuid, application.uuid
      FROM (SELECT * FROM \(interactionSource)) AS shown
      LEFT JOIN entity AS event ON event.id = shown.event
      LEFT JOIN application ON application.id = shown.application
      ORDER BY shown.id
      """)
    let participants = try ParticipantCursor(connection)
    while try interactions.step() {
      try body(
        InteractionRow.read(
          from: interactions, participants: try participants.participants(ofInteraction: interactions.rowID(0))))
    }
  }
}

enum InteractionRow {
  static func read(from row: PreparedStatement, participants: [Identifier]) -> Interaction {
    Interaction(
      id: row.identifier(1), date: row.date(2) ?? PartialDate(year: 1)!, channel: row.text(3),
      participants: participants, summary: row.text(4), event: row.isNull(5) ? nil : row.identifier(5),
      application: row.isNull(6) ? nil : row.identifier(6))
  }
}

/// Relations in the order of their subjects, read alongside the entities.
private final class OutgoingCursor {
  private let statement: PreparedStatement?
  private var hasRow = false

  init(_ connection: Connection, types: Set<RelationType>, shown: String) throws {
    guard !types.isEmpty else {
      statement = nil
      return
    }
    let codes = types.map { String($0.code) }.sorted().joined(separator: ", ")
    let condition = types.count == RelationType.allCases.count ? "" : "relation.type IN (\(codes))"
    let filter = [shown.replacing("WHERE ", with: ""), condition].filter { !$0.isEmpty }.joined(separator: " AND ")
    // `+` keeps SQLite from looking types up one by one: this is one pass over the index in its order.
    statement = try connection.cursor(
      """
      SELECT relation.subject, object.uuid, object.kind, object.name, \(RelationRow.columns)
      FROM relation CROSS JOIN entity AS object INDEXED BY entity_glance ON object.id = relation.object
      \(filter.isEmpty ? "" : "WHERE " + filter.replacing("relation.type", with: "+relation.type"))
      ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
      """)
    hasRow = try statement?.step() ?? false
  }

  func relations(ofSubject subject: Int64) throws -> [OutgoingRelation] {
    guard let statement else { return [] }
    var relations: [OutgoingRelation] = []
    while hasRow, statement.rowID(0) <= subject {
      if statement.rowID(0) == subject { relations.append(read(statement)) }
      hasRow = try statement.step()
    }
    return relations
  }

  private func read(_ row: PreparedStatement) -> OutgoingRelation {
    let attributes = RelationRow.read(from: row, at: 4)
    let object = EntitySummary(id: row.identifier(1), kind: EntityRow.kind(code: row.int(2)), name: row.text(3))
    return OutgoingRelation(
      type: attributes.type, object: object, title: attributes.title, units: attributes.units,
      period: attributes.period)
  }
}

/// Participants in the order of their interactions, read alongside them.
private final class ParticipantCursor {
  private let statement: PreparedStatement
  private var hasRow: Bool

  init(_ connection: Connection) throws {
    statement = try connection.cursor(
      """
      SELECT participant.interaction, entity.uuid
      FROM participant CROSS JOIN entity INDEXED BY entity_glance ON entity.id = participant.entity
      ORDER BY participant.interaction, participant.id
      """)
    hasRow = try statement.step()
  }

  func participants(ofInteraction interaction: Int64) throws -> [Identifier] {
    var participants: [Identifier] = []
    while hasRow, statement.rowID(0) <= interaction {
      if statement.rowID(0) == interaction { participants.append(statement.identifier(1)) }
      hasRow = try statement.step()
    }
    return participants
  }
}

/// Photos in the order of their entities, read alongside them.
private final class PhotoCursor {
  private let statement: PreparedStatement
  private var hasRow: Bool

  init(_ connection: Connection) throws {
    statement = try connection.cursor("SELECT entity, mediaType, data FROM photo ORDER BY entity")
    hasRow = try statement.step()
  }

  func photo(ofEntity entity: Int64) throws -> Photo? {
    while hasRow, statement.rowID(0) < entity { hasRow = try statement.step() }
    guard hasRow, statement.rowID(0) == entity else { return nil }
    return EntityRow.photo(mediaType: statement.optionalText(1), data: statement.blob(2))
  }
}
