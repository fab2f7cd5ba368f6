import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds a relation; false if there is one of the same subject, type, object, start and title.
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

  /// The same where the rows are known.
  func insert(_ relation: Relation, subject: Int64, object: Int64) throws -> Bool {
    let insert = try connection.statement("INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insert.bind(1, newRowID(in: "relation"))
    insert.bind(2, subject)
    insert.bind(3, relation.type.code)
    insert.bind(4, object)
    insert.bind(5, relation.title ?? "")
    insert.bind(6, try RelationRow.unitsText(relation.units))
    insert.bind(7, relation.period.start)
    insert.bind(8, RelationRow.endCode(of: relation.period))
    try insert.run()
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

  /// Puts `new` in the place of `old`, which has the same ends and type.
  public func replace(_ old: Relation, by new: Relation) throws {
    let update = try connection.statement(
      """
      UPDATE OR IGNORE relation SET title = ?, units = ?, startDate = ?, endDate = ?
      WHERE subject = ? AND type = ? AND object = ? AND startDate = ? AND title = ?
      """)
    update.bind(1, new.title ?? "")
    update.bind(2, try RelationRow.unitsText(new.units))
    update.bind(3, new.period.start)
    update.bind(4, RelationRow.endCode(of: new.period))
    try bindKey(of: old, to: update, at: 5)
    try update.run()
  }

  private func bindKey(of relation: Relation, to statement: PreparedStatement, at first: Int32) throws {
    statement.bind(first, try requireRowID(of: relation.subject))
    statement.bind(first + 1, relation.type.code)
    statement.bind(first + 2, try requireRowID(of: relation.object))
    statement.bind(first + 3, relation.period.start)
    statement.bind(first + 4, relation.title ?? "")
  }
}
