import KithCore

extension StoreEditor {
  /// Says how to keep in touch with an entity, in place of what was said before; whether that changed anything.
  /// - Throws: ``StoreError/unknownEntity(_:)``, ``StoreError/wrongKind(_:)``
  @discardableResult
  public func save(_ kept: KeepInTouch) throws -> Bool {
    try save(kept, entity: try requireRow(of: kept.entity) { $0 != .event })
  }

  /// The same where the row is known.
  func save(_ kept: KeepInTouch, entity: Int64) throws -> Bool {
    let find = try connection.statement("SELECT id FROM keepInTouch WHERE entity = ?")
    find.bind(1, entity)
    let row = try find.firstInt().map(Int64.init)
    let statement = try connection.statement(row == nil ? StoreEditor.insertTouchSQL : StoreEditor.updateTouchSQL)
    statement.bind(1, row ?? newRowID(in: "keepInTouch"))
    statement.bind(2, entity)
    statement.bind(3, kept.every.description)
    statement.bind(4, kept.since)
    statement.bind(5, kept.snoozedUntil)
    statement.bind(6, kept.isIgnored ? 1 : 0)
    statement.bind(7, kept.due)
    return try changes(statement)
  }

  private static let insertTouchSQL = "INSERT INTO keepInTouch VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
  private static let updateTouchSQL = """
    UPDATE keepInTouch SET every = ?3, since = ?4, snoozedUntil = ?5, isIgnored = ?6, due = ?7
    WHERE id = ?1 AND entity = ?2
    AND (every, since, snoozedUntil, isIgnored, due) IS NOT (?3, ?4, ?5, ?6, ?7)
    """

  /// Forgets how to keep in touch with an entity; false if that was never said.
  @discardableResult
  public func deleteKeepInTouch(with entity: Identifier) throws -> Bool {
    let delete = try connection.statement("DELETE FROM keepInTouch WHERE entity = ?")
    delete.bind(1, try requireRowID(of: entity))
    return try changes(delete)
  }

  /// Counts the intervals of those who took part in something from its day on, where that is later than the last touch.
  /// What happened on no certain day restarts nothing.
  func restartIntervals(of participants: [Int64], on date: PartialDate) throws {
    guard let day = CivilDay(date) else { return }
    for entity in participants {
      guard var kept = try graph.keepInTouch(ofEntityAtRow: entity), kept.since < day else { continue }
      kept.since = day
      _ = try save(kept, entity: entity)
    }
  }
}
