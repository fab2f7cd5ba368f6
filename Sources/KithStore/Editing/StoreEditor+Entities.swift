import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds an entity. Its id must be new.
  @discardableResult
  public func insert(_ entity: Entity) throws -> Int64 { try insert(entity, keys: LookupKey.keys(of: entity)) }

  func insert(_ entity: Entity, keys: [LookupKey]) throws -> Int64 {
    let row = newRowID(in: "entity")
    let insert = try connection.statement("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insert.bind(1, row)
    insert.bind(2, entity.id)
    insert.bind(3, EntityRow.code(of: entity.kind))
    try bindContent(of: entity, to: insert, at: 4)
    insert.bind(7, entity.created.secondsSince1970)
    insert.bind(8, entity.modified.secondsSince1970)
    try insert.run()
    if let photo = entity.photo { try insertPhoto(photo, of: row) }
    for key in keys { try insertKey(key, of: row) }
    if pendingKeys?.isFull == true { try flushKeys() }
    return row
  }

  private func bindContent(of entity: Entity, to statement: PreparedStatement, at first: Int32) throws {
    statement.bind(first, entity.name)
    statement.bind(first + 1, EntityRow.sortKey(of: entity))
    properties.removeAll()
    var writer = JSONWriter(properties)
    try writer.beginObject()
    try writer.properties(of: entity)
    try writer.endObject()
    properties.withBytes { statement.bind(first + 2, text: $0) }
  }

  /// Replaces what is stored under the entity's id, if it differs; says whether it did. `modified` becomes now.
  @discardableResult
  public func update(_ entity: Entity) throws -> Bool {
    let row = try requireRowID(of: entity.id)
    guard let old = try graph.entity(atRow: row) else { throw StoreError.unknownEntity(entity.id) }
    return try update(entity, from: old, row: row)
  }

  func update(_ entity: Entity, from old: Entity, row: Int64) throws -> Bool {
    var unchanged = entity
    unchanged.modified = old.modified
    unchanged.created = old.created
    if unchanged == old { return false }
    let update = try connection.statement(
      "UPDATE entity SET kind = ?, name = ?, sortKey = ?, properties = ?, modified = ? WHERE id = ?")
    update.bind(1, EntityRow.code(of: entity.kind))
    try bindContent(of: entity, to: update, at: 2)
    update.bind(5, now.secondsSince1970)
    update.bind(6, row)
    try update.run()
    if entity.photo != old.photo { try replacePhoto(by: entity.photo, of: row) }
    try replaceKeys(LookupKey.keys(of: old), by: LookupKey.keys(of: entity), of: row)
    return true
  }

  /// Removes an entity with its relations, its part in interactions and applications, and what was to be done with it or
  /// was said by it.
  /// - Throws: ``StoreError/stillInUse`` if applications were made to it.
  public func delete(_ id: Identifier) throws { try delete([id]) }

  /// The same for many at once.
  public func delete(_ ids: [Identifier]) throws {
    for id in ids { try deleteAlone(id) }
    try deleteInteractionsLeftByAll()
  }

  private func deleteAlone(_ id: Identifier) throws {
    let row = try requireRowID(of: id)
    guard let old = try graph.entity(id) else { throw StoreError.unknownEntity(id) }
    if try graph.applications(at: id).isEmpty == false { throw StoreError.stillInUse }
    try replaceKeys(LookupKey.keys(of: old), by: [], of: row)
    _ = try deleteIntroductions(where: "connector.id = ?1 OR person.id = ?1", row)
    for sql in [
      "DELETE FROM relation WHERE subject = ?", "DELETE FROM relation WHERE object = ?",
      "DELETE FROM involvement WHERE person = ?", "DELETE FROM participant WHERE entity = ?",
      "UPDATE interaction SET event = NULL WHERE event = ?", "DELETE FROM photo WHERE entity = ?",
      "DELETE FROM followUp WHERE entity = ?", "UPDATE followUp SET event = NULL WHERE event = ?",
      "DELETE FROM feedback WHERE giver = ?", "DELETE FROM keepInTouch WHERE entity = ?",
      "DELETE FROM entity WHERE id = ?",
    ] {
      let statement = try connection.statement(sql)
      statement.bind(1, row)
      try statement.run()
    }
    if try graph.me() == id { try connection.execute("DELETE FROM setting WHERE name = 'me'") }
  }

  /// Removes those of whose participants none is left, now that one was taken out.
  private func deleteInteractionsLeftByAll() throws {
    let left = """
      IN (SELECT interaction FROM participantPast AS past WHERE entry = \(entry)
        AND NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction = past.interaction))
      """
    try connection.execute(
      "UPDATE followUp SET interaction = NULL WHERE interaction \(left); DELETE FROM interaction WHERE id \(left)")
  }

  private func insertPhoto(_ photo: Photo, of row: Int64) throws {
    let insert = try connection.statement("INSERT INTO photo VALUES (?, ?, ?, ?)")
    insert.bind(1, newRowID(in: "photo"))
    insert.bind(2, row)
    switch photo {
    case .data(let mediaType, let bytes):
      insert.bind(3, mediaType)
      insert.bind(4, blob: bytes)
    case .uri(let uri):
      insert.bindNull(3)
      insert.bind(4, blob: Array(uri.utf8))
    }
    try insert.run()
  }

  private func replacePhoto(by photo: Photo?, of row: Int64) throws {
    let delete = try connection.statement("DELETE FROM photo WHERE entity = ?")
    delete.bind(1, row)
    try delete.run()
    if let photo { try insertPhoto(photo, of: row) }
  }

  func replaceKeys(_ old: [LookupKey], by new: [LookupKey], of row: Int64) throws {
    try flushKeys()
    let (old, new) = (Set(old), Set(new))
    let delete = try connection.statement("DELETE FROM lookup WHERE kind = ? AND key = ? AND entity = ?")
    for key in old.subtracting(new) {
      delete.bind(1, key.kind.rawValue)
      delete.bind(2, key.text)
      delete.bind(3, row)
      try delete.run()
    }
    for key in new.subtracting(old) { try insertKey(key, of: row) }
  }

  private func insertKey(_ key: LookupKey, of row: Int64) throws {
    if let pendingKeys { return pendingKeys.insert(key, of: row) }
    let insert = try connection.statement(StoreEditor.insertKeySQL)
    insert.bind(1, key.kind.rawValue)
    insert.bind(2, key.text)
    insert.bind(3, row)
    try insert.run()
  }

  private static let insertKeySQL = "INSERT OR IGNORE INTO lookup VALUES (?, ?, ?)"

  /// Writes the keys that wait for it.
  func flushKeys() throws {
    guard let pendingKeys else { return }
    let insert = try connection.statement(StoreEditor.insertKeySQL)
    try pendingKeys.drain { kind, text, row in
      insert.bind(1, kind)
      insert.bind(2, text: text)
      insert.bind(3, row)
      try insert.run()
    }
  }
}
