import KithCore

extension StoreEditor {
  /// Makes the full-text index anew of what the graph says.
  public func rebuildSearch() throws { try SearchIndex(connection).rebuild() }

  /// Brings the full-text index up to date with what this entry changed, as its journal says. `entities` and
  /// `interactions` are the last rows that were there before it.
  func updateSearch(after entities: Int64, _ interactions: Int64) throws {
    let index = SearchIndex(connection)
    let changes = SearchChanges(connection, entry: entry, lastEntity: entities, lastInteraction: interactions)
    let new = (entities: try changes.newEntities(), interactions: try changes.newInteractions())
    try index.loading((new.entities + new.interactions).reduce(0) { $0 + Int64($1.count) }) {
      for rows in new.entities { try index.addEntities(rows) }
      for rows in new.interactions { try index.addInteractions(rows) }
    }
    try index.refreshEntities(try changes.touchedEntities())
    try index.refreshInteractions(try changes.touchedInteractions())
  }
}
