import KithCore

extension StoredGraph {
  func name(atRow row: Int64) throws -> String { try summary(atRow: row)?.name ?? "" }

  func summary(atRow row: Int64) throws -> EntitySummary? {
    let statement = try connection.statement("SELECT uuid, kind, name FROM entity WHERE id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return EntitySummary(
      id: statement.identifier(0), kind: EntityRow.kind(code: statement.int(1)), name: statement.text(2))
  }
}
