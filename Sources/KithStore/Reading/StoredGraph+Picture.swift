import KithCore

extension StoredGraph {
  /// The day of the last interaction with each entity that is shown and had one.
  public func lastInteractions() throws -> [Identifier: PartialDate] {
    let rows = try connection.cursor(StoredGraph.lastInteractionsSQL(shown: shownWhere("participant.entity")))
    var last: [Identifier: PartialDate] = [:]
    while try rows.step() { last[rows.identifier(0)] = rows.date(1) }
    return last
  }

  static func lastInteractionsSQL(shown: String) -> String {
    """
    SELECT entity.uuid, max(interaction.date) FROM participant
    CROSS JOIN interaction ON interaction.id = participant.interaction
    CROSS JOIN entity ON entity.id = participant.entity \(shown) GROUP BY participant.entity
    """
  }

  /// The same graph showing only these entities. A selection that was made before shows them too from then on.
  public func showing(_ ids: [Identifier]) throws -> StoredGraph {
    try connection.execute(
      "CREATE TEMP TABLE IF NOT EXISTS selected (id INTEGER PRIMARY KEY); DELETE FROM temp.selected")
    let insertion = try connection.statement(
      "INSERT OR IGNORE INTO temp.selected SELECT id FROM entity WHERE uuid = ?")
    for id in ids {
      insertion.bind(1, id)
      try insertion.run()
    }
    return StoredGraph(connection, selection: .rows)
  }
}
