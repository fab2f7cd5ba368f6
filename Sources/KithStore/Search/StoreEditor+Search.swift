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
    let touched = (entities: try changes.touchedEntities(), interactions: try changes.touchedInteractions())
    if try isMost(touched.entities.count + touched.interactions.count) { return try index.rebuild() }
    try index.refreshEntities(touched.entities)
    try index.refreshInteractions(touched.interactions)
  }

  /// Whether so many rows are better made anew with all others: to take one out costs several times what putting it in does.
  private func isMost(_ count: Int) throws -> Bool {
    guard count > SearchIndex.many else { return false }
    let all = "SELECT (SELECT count(*) FROM search) + (SELECT count(*) FROM interactionSearch)"
    return try connection.statement(all).firstInt() ?? 0 < 4 * count
  }
}
