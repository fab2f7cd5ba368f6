import KithCore

/// The graph in the store, as it is within one transaction.
public final class StoredGraph: ContactGraph {
  let connection: Connection
  private let selection: Selection
  private var counted: GraphCounts?
  /// The entities that were selected, where the view shows what surrounds them too.
  var chosen: [Entity.Kind: Int]?

  /// The entry that a command is writing: its rows have no digests yet.
  var openEntry: Int?

  /// Which entities this view shows.
  enum Selection { case all, rows }

  init(_ connection: Connection, selection: Selection = .all) {
    self.connection = connection
    self.selection = selection
  }

  public func me() throws -> Identifier? {
    let statement = try connection.statement("SELECT value FROM setting WHERE name = 'me'")
    defer { statement.reset() }
    return try statement.step() ? Identifier(uuid: statement.text(0)) : nil
  }

  public func counts() throws -> GraphCounts {
    if let counted { return counted }
    var counts = GraphCounts()
    counts.entities = try chosen ?? entityCounts()
    counts.relations = try relationCounts()
    counts.interactions = try connection.statement("SELECT count(*) FROM \(interactionSource)").firstInt() ?? 0
    counts.applications = try count("application", of: "company")
    counts.followUps = try count("followUp", of: "entity")
    counts.feedback = try count("feedback", of: "giver")
    counts.introductions =
      try connection.statement("SELECT count(*) FROM introduction \(introductionSource)").firstInt() ?? 0
    counts.notToAsk = try notToAskCount()
    counts.keepInTouch = try count("keepInTouch", of: "entity")
    counted = counts
    return counts
  }

  /// How many rows are there whose entity is shown.
  private func count(_ table: String, of column: String) throws -> Int {
    try connection.statement("SELECT count(*) FROM \(table) \(shownWhere(column))").firstInt() ?? 0
  }

  /// How many entities of each kind are shown.
  public func entityCounts() throws -> [Entity.Kind: Int] {
    var counts: [Entity.Kind: Int] = [:]
    let entities = try connection.statement("SELECT kind, count(*) FROM entity \(shownWhere("id")) GROUP BY kind")
    while try entities.step() { counts[EntityRow.kind(code: entities.int(0))] = entities.int(1) }
    return counts
  }

  /// Counted here, in one pass over an index: SQLite would sort all of them first.
  private func relationCounts() throws -> [RelationType: Int] {
    var byCode = [Int](repeating: 0, count: RelationType.allCases.count + 1)
    let relations = try connection.cursor("SELECT type FROM relation \(shownWhere("subject", "object"))")
    while try relations.step() { byCode[min(relations.int(0), byCode.count - 1)] += 1 }
    var counts: [RelationType: Int] = [:]
    for type in RelationType.allCases where byCode[type.code] > 0 { counts[type] = byCode[type.code] }
    return counts
  }

  public func entity(_ id: Identifier) throws -> Entity? {
    let statement = try connection.statement(
      "SELECT \(EntityRow.columnsWithPhoto) FROM \(EntityRow.sourceWithPhoto) WHERE entity.uuid = ?")
    statement.bind(1, id)
    defer { statement.reset() }
    return try statement.step() ? try EntityRow.readWithPhoto(from: statement) : nil
  }

  public func summary(of id: Identifier) throws -> EntitySummary? {
    let statement = try connection.statement("SELECT kind, name FROM entity WHERE uuid = ?")
    statement.bind(1, id)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return EntitySummary(id: id, kind: EntityRow.kind(code: statement.int(0)), name: statement.text(1))
  }

  public func relations(touching ids: [Identifier], of types: Set<RelationType>) throws -> [Relation] {
    let codes = types.map { String($0.code) }.sorted().joined(separator: ", ")
    var found: [Relation] = []
    var seen = Set<Relation>()
    for id in ids {
      guard let row = try rowID(of: id) else { continue }
      for end in ["subject", "object"] {
        let statement = try connection.statement(StoredGraph.neighbourSQL(end, codes: codes))
        statement.bind(1, row)
        while try statement.step() {
          let relation = StoredGraph.relation(from: statement)
          if ids.count == 1 || seen.insert(relation).inserted { found.append(relation) }
        }
      }
    }
    return found
  }

  /// A relation of an entity to itself is found by its subject alone.
  static func neighbourSQL(_ end: String, codes: String) -> String {
    """
    SELECT subject.uuid, object.uuid, \(RelationRow.columns) FROM relation
    CROSS JOIN entity AS subject ON subject.id = relation.subject
    CROSS JOIN entity AS object ON object.id = relation.object
    WHERE relation.\(end) = ? AND relation.type IN (\(codes))
    \(end == "object" ? "AND relation.subject <> relation.object" : "")
    """
  }

  static func relation(from row: PreparedStatement) -> Relation {
    let attributes = RelationRow.read(from: row, at: 2)
    return Relation(
      row.identifier(0), attributes.type, row.identifier(1), title: attributes.title, units: attributes.units,
      period: attributes.period)
  }

  public func applications(at company: Identifier) throws -> [JobApplication] {
    guard let row = try rowID(of: company) else { return [] }
    let statement = try connection.statement(
      "SELECT \(ApplicationRow.columns) FROM \(ApplicationRow.source) WHERE application.company = ? ORDER BY application.id"
    )
    statement.bind(1, row)
    return try readApplications(statement)
  }

  func readApplications(_ statement: PreparedStatement) throws -> [JobApplication] {
    var applications: [JobApplication] = []
    while try statement.step() {
      var application = try ApplicationRow.read(from: statement)
      application.involved = try involved(inApplication: statement.rowID(0))
      applications.append(application)
    }
    return applications
  }

  func involved(inApplication row: Int64) throws -> [JobApplication.Involvement] {
    let statement = try connection.statement(
      """
      SELECT person.uuid, involvement.role, involvement.date FROM involvement
      JOIN entity AS person ON person.id = involvement.person WHERE involvement.application = ? ORDER BY involvement.id
      """)
    statement.bind(1, row)
    var involved: [JobApplication.Involvement] = []
    while try statement.step() {
      let role = JobApplication.Involvement.Role(rawValue: statement.text(1)) ?? .contact
      involved.append(JobApplication.Involvement(statement.identifier(0), as: role, on: statement.date(2)))
    }
    return involved
  }

  var isSelection: Bool { selection == .rows }

  func rowID(of id: Identifier) throws -> Int64? {
    let statement = try connection.statement("SELECT id FROM entity WHERE uuid = ?")
    statement.bind(1, id)
    return try statement.firstInt().map(Int64.init)
  }

  func identifier(atRow row: Int64) throws -> Identifier {
    let statement = try connection.statement("SELECT uuid FROM entity WHERE id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { throw StoreError.unknownEntity(Identifier(high: 0, low: 0)) }
    return statement.identifier(0)
  }

  /// `WHERE` that keeps to the selection; empty for the whole graph.
  func shownWhere(_ columns: String...) -> String {
    guard selection == .rows else { return "" }
    return "WHERE " + columns.map { "\($0) IN (SELECT id FROM temp.selected)" }.joined(separator: " AND ")
  }

  /// Interactions all of whose participants are shown.
  var interactionSource: String {
    guard selection == .rows else { return "interaction" }
    return """
      interaction WHERE id IN (SELECT interaction FROM participant WHERE entity IN (SELECT id FROM temp.selected))
      AND id NOT IN (SELECT interaction FROM participant WHERE entity NOT IN (SELECT id FROM temp.selected))
      """
  }
}
