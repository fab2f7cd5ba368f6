import KithCore

extension StoredGraph {
  /// A selector made ready for this graph; nil, for everything, of nil.
  ///
  /// - Throws: ``SelectionError`` for a name that nobody has, ``SelectorError`` for a field or a saved selector that is not
  ///   there.
  public func query(_ selector: Selector?, today: CivilDay) throws -> SelectorQuery? {
    try selector.map { try SelectorCompiler.query($0, in: self, today: today) }
  }

  /// The same graph showing only what a selector means. With `withContext` it shows the companies,
  /// organizations and events to which they are tied too, but does not count them: nobody asked for them.
  ///
  /// There is one such view at a time: the next one takes the place of the last.
  /// - Throws: as ``query(_:today:)``
  public func selecting(_ selector: Selector, today: CivilDay, withContext: Bool = false) throws -> StoredGraph {
    let query = try SelectorCompiler.query(selector, in: self, today: today)
    try connection.execute(
      "CREATE TEMP TABLE IF NOT EXISTS selected (id INTEGER PRIMARY KEY); DELETE FROM temp.selected")
    try connection.prepared("INSERT INTO temp.selected \(query.rows)").run()
    let shown = StoredGraph(connection, selection: .rows)
    if withContext {
      shown.chosen = try shown.entityCounts()
      try connection.execute(
        """
        INSERT OR IGNORE INTO temp.selected SELECT entity.id FROM relation JOIN entity ON entity.id = relation.object
        WHERE relation.subject IN (SELECT id FROM temp.selected) AND entity.kind <> 1
        """)
    }
    return shown
  }

  /// Whom and what a selector means: kind by kind, each by name.
  /// - Throws: as ``query(_:today:)``
  public func summaries(selectedBy selector: Selector, today: CivilDay) throws -> [EntitySummary] {
    let query = try SelectorCompiler.query(selector, in: self, today: today)
    return try summaries(
      connection.prepared(
        """
        \(query.prefix)SELECT entity.uuid, entity.kind, entity.name FROM entity WHERE \(query.ofKinds)\(query.condition)
        ORDER BY entity.kind, entity.sortKey, entity.id
        """))
  }
}

public enum SelectionError: Error, Equatable {
  case nothingNamed(String, Set<Entity.Kind>)
}
