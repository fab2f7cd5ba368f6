import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds a relation, or brings the one of the same subject, type, object, start and title up to date: an end or units
  /// that the new one knows are taken. False if nothing was to be done.
  /// - Throws: ``StoreError/unknownEntity(_:)``, ``StoreError/wrongEnds(_:)``
  @discardableResult
  public func insert(_ relation: Relation) throws -> Bool {
    guard let subject = try graph.summary(of: relation.subject) else {
      throw StoreError.unknownEntity(relation.subject)
    }
    guard let object = try graph.summary(of: relation.object) else { throw StoreError.unknownEntity(relation.object) }
    let ends = relation.type.ends
    guard ends.subject.contains(subject.kind), ends.object.contains(object.kind) else {
      throw StoreError.wrongEnds(relation.type)
    }
    return try insert(
      relation, subject: try requireRowID(of: relation.subject), object: try requireRowID(of: relation.object))
  }

  /// The same where the rows are known. `isFirst` says that the store is being filled and no other can be there.
  func insert(_ relation: Relation, subject: Int64, object: Int64, isFirst: Bool = false) throws -> Bool {
    let units = try RelationRow.unitsText(relation.units)
    let end = RelationRow.endCode(of: relation.period)
    if !isFirst, let known = try row(like: relation, subject: subject, object: object) {
      return try complete(known, end: end, units: units)
    }
    let insert = try connection.statement("INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insert.bind(1, newRowID(in: "relation"))
    insert.bind(2, subject)
    insert.bind(3, relation.type.code)
    insert.bind(4, object)
    insert.bind(5, relation.title ?? "")
    insert.bind(6, units)
    insert.bind(7, relation.period.start)
    insert.bind(8, end)
    try insert.run()
    return sqlite3_changes(connection.database.sqliteConnection) > 0
  }

  private func row(like relation: Relation, subject: Int64, object: Int64) throws -> Int64? {
    let find = try connection.statement(
      "SELECT id FROM relation WHERE subject = ? AND type = ? AND object = ? AND startDate = ? AND title = ?")
    find.bind(1, subject)
    find.bind(2, relation.type.code)
    find.bind(3, object)
    find.bind(4, relation.period.start)
    find.bind(5, relation.title ?? "")
    return try find.firstInt().map(Int64.init)
  }

  private func complete(_ row: Int64, end: Int, units: String) throws -> Bool {
    let update = try connection.statement(
      """
      UPDATE relation SET endDate = iif(?2 = 0, endDate, ?2), units = iif(?3 = '', units, ?3)
      WHERE id = ?1 AND ((?2 <> 0 AND endDate <> ?2) OR (?3 <> '' AND units <> ?3))
      """)
    update.bind(1, row)
    update.bind(2, end)
    update.bind(3, units)
    try update.run()
    return sqlite3_changes(connection.database.sqliteConnection) > 0
  }

  /// Removes the relation; false if there is none like it.
  @discardableResult
  public func delete(_ relation: Relation) throws -> Bool {
    let delete = try connection.statement(
      "DELETE FROM relation WHERE subject = ? AND type = ? AND object = ? AND startDate = ? AND title = ?")
    try bindKey(of: relation, to: delete, at: 1)
    try delete.run()
    return sqlite3_changes(connection.database.sqliteConnection) > 0
  }

  /// Puts `new` in the place of `old`. Where there is one like `new` already, the two become one.
  public func replace(_ old: Relation, by new: Relation) throws {
    guard old != new else { return }
    try delete(old)
    try insert(new)
  }

  private func bindKey(of relation: Relation, to statement: PreparedStatement, at first: Int32) throws {
    statement.bind(first, try requireRowID(of: relation.subject))
    statement.bind(first + 1, relation.type.code)
    statement.bind(first + 2, try requireRowID(of: relation.object))
    statement.bind(first + 3, relation.period.start)
    statement.bind(first + 4, relation.title ?? "")
  }
}
