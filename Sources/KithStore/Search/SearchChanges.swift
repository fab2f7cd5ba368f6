import KithCore

/// Of which rows one journal entry changed what they are found by: those that it made, and those that were there before.
struct SearchChanges {
  private let connection: Connection
  private let entry: Int
  private let lastEntity: Int64
  private let lastInteraction: Int64
  private let changes: EntryChanges

  init(_ connection: Connection, entry: Int, lastEntity: Int64, lastInteraction: Int64) {
    self.connection = connection
    self.entry = entry
    self.lastEntity = lastEntity
    self.lastInteraction = lastInteraction
    changes = EntryChanges(connection, entry: entry)
  }

  func newEntities() throws -> [ClosedRange<Int64>] { try made("entity").filter { $0.lowerBound > lastEntity } }

  func newInteractions() throws -> [ClosedRange<Int64>] {
    try made("interaction").filter { $0.lowerBound > lastInteraction }
  }

  func touchedInteractions() throws -> Set<Int64> {
    try touched("interaction").filter { $0 <= lastInteraction }
  }

  /// Entities that changed or came back, whose relations did, or whose company or organization has another name.
  func touchedEntities() throws -> Set<Int64> {
    if lastEntity == 0 { return [] }
    var rows = try touched("entity")
    rows.formUnion(try subjectsOfNewRelations())
    rows.formUnion(try column("SELECT subject FROM relationPast WHERE entry = \(entry)"))
    rows.formUnion(
      try column("SELECT subject FROM relation WHERE id IN (SELECT id FROM relationPast WHERE entry = \(entry))"))
    rows.formUnion(try tiedToRenamed())
    return rows.filter { $0 <= lastEntity }
  }

  private func touched(_ table: String) throws -> Set<Int64> {
    guard let table = JournaledTable.all.first(where: { $0.name == table }) else { return [] }
    let last = table.name == "entity" ? lastEntity : lastInteraction
    let back = try changes.made(in: table).filter { $0.lowerBound <= last }
    return Set(try changes.changed(in: table)).union(back.joined())
  }

  private func made(_ table: String) throws -> [ClosedRange<Int64>] {
    try JournaledTable.all.first { $0.name == table }.map { try changes.made(in: $0) } ?? []
  }

  private func subjectsOfNewRelations() throws -> [Int64] {
    try column(
      """
      SELECT DISTINCT relation.subject FROM journalInsert AS made
      CROSS JOIN relation ON relation.id BETWEEN made.first AND made.last
      WHERE made.entry = \(entry) AND made.tableName = 'relation'
      AND relation.type IN (\(WorkTies.codes)) AND relation.subject <= \(lastEntity)
      """)
  }

  private func tiedToRenamed() throws -> [Int64] {
    let codes = [Entity.Kind.company, .organization].map { String(EntityRow.code(of: $0)) }.joined(separator: ", ")
    return try column(
      """
      SELECT DISTINCT relation.subject FROM (
        SELECT DISTINCT past.id FROM entityPast AS past JOIN entity ON entity.id = past.id
        WHERE past.entry = \(entry) AND (past.kind IN (\(codes)) OR entity.kind IN (\(codes)))
        AND (past.name <> entity.name OR past.kind <> entity.kind)
      ) AS renamed CROSS JOIN relation ON relation.object = renamed.id AND relation.type IN (\(WorkTies.codes))
      """)
  }

  private func column(_ sql: String) throws -> [Int64] {
    let statement = try connection.cursor(sql)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.rowID(0)) }
    return rows
  }
}
