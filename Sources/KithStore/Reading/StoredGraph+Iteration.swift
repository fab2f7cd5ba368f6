import KithCore

extension StoredGraph {
  public func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, _ body: (Entity, [OutgoingRelation]) throws -> Void
  ) throws {
    try forEachEntity(of: kinds, relations: types, altering: { _ in }, body)
  }

  public func forEachEntity(
    of kinds: Set<Entity.Kind>, relations types: Set<RelationType>, altering alter: (inout Entity) -> Void,
    _ body: (Entity, [OutgoingRelation]) throws -> Void
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
    let edges = try OutgoingCursor(
      connection, types: types, shown: shownWhere("relation.subject", "relation.object"), isSelection: isSelection)
    var entity = EntityRow.blank
    var relations: [OutgoingRelation] = []
    while try entities.step() {
      let row = entities.rowID(0)
      try EntityRow.read(from: entities, into: &entity)
      entity.photo = try photos.photo(ofEntity: row)
      try edges.read(ofSubject: row, into: &relations)
      alter(&entity)
      try body(entity, relations)
    }
  }

  public func forEachRelation(_ body: (Relation) throws -> Void) throws {
    let ends = try EndCache(idsIn: connection, expecting: isSelection ? .few : .all)
    let relations = try connection.cursor(
      """
      SELECT relation.subject, relation.object, \(RelationRow.columns) FROM relation
      \(shownWhere("relation.subject", "relation.object"))
      ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
      """)
    while try relations.step() {
      let attributes = RelationRow.read(from: relations, at: 2)
      try body(
        Relation(
          try ends.end(ofRow: relations.rowID(0)), attributes.type,
          try ends.end(ofRow: relations.rowID(1)), title: attributes.title, units: attributes.units,
          period: attributes.period))
    }
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
    let participants = try ParticipantCursor(connection, isSelection: isSelection)
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
  private let ends: EndCache<EntitySummary>
  /// A bit for each type wanted, by its code.
  private let wanted: UInt64
  private var hasRow = false

  init(_ connection: Connection, types: Set<RelationType>, shown: String, isSelection: Bool) throws {
    let namesPeople = types.contains { $0.ends.object.contains(.person) }
    ends = try EndCache(
      namesIn: connection, expecting: isSelection || types.isEmpty ? .few : namesPeople ? .all : .some)
    wanted = types.count == RelationType.allCases.count ? .max : types.reduce(0) { $0 | 1 << UInt64($1.code) }
    guard !types.isEmpty else {
      statement = nil
      return
    }
    // `+` keeps SQLite from looking the type up by itself: this is one pass over the index in its order. Several types
    // are told apart here, where it costs less than a search in SQLite's list of them.
    let ofType = types.count == 1 ? types.map { "+relation.type = \($0.code)" }[0] : ""
    let filter = [shown.replacing("WHERE ", with: ""), ofType].filter { !$0.isEmpty }.joined(separator: " AND ")
    statement = try connection.cursor(
      """
      SELECT relation.subject, relation.object, \(RelationRow.columns) FROM relation
      \(filter.isEmpty ? "" : "WHERE " + filter)
      ORDER BY relation.subject, relation.type, relation.object, relation.startDate, relation.title
      """)
    hasRow = try statement?.step() ?? false
  }

  /// Puts the relations of `subject` in the place of those in `relations`, whose storage is used again.
  func read(ofSubject subject: Int64, into relations: inout [OutgoingRelation]) throws {
    if !relations.isEmpty { relations.removeAll(keepingCapacity: true) }
    guard let statement else { return }
    while hasRow {
      let row = statement.rowID(0)
      if row > subject { return }
      if row == subject, wanted >> UInt64(truncatingIfNeeded: statement.int(2)) & 1 == 1 {
        relations.append(try read(statement))
      }
      hasRow = try statement.step()
    }
  }

  private func read(_ row: PreparedStatement) throws -> OutgoingRelation {
    let attributes = RelationRow.read(from: row, at: 2)
    return OutgoingRelation(
      type: attributes.type, object: try ends.end(ofRow: row.rowID(1)), title: attributes.title,
      units: attributes.units, period: attributes.period)
  }
}

/// Participants in the order of their interactions, read alongside them.
private final class ParticipantCursor {
  private let statement: PreparedStatement
  private let ends: EndCache<Identifier>
  private var hasRow: Bool

  init(_ connection: Connection, isSelection: Bool) throws {
    ends = try EndCache(idsIn: connection, expecting: isSelection ? .few : .all)
    statement = try connection.cursor(
      """
      SELECT interaction, entity FROM participant ORDER BY interaction, id
      """)
    hasRow = try statement.step()
  }

  func participants(ofInteraction interaction: Int64) throws -> [Identifier] {
    var participants: [Identifier] = []
    while hasRow, statement.rowID(0) <= interaction {
      if statement.rowID(0) == interaction { participants.append(try ends.end(ofRow: statement.rowID(1))) }
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
