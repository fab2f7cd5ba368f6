import KithCore

extension StoredGraph {
  /// The records that have every word of `text` in their names, their work, tags and notes, or in what happened with them,
  /// each as a whole word or its beginning; at most `limit`, the best first.
  ///
  /// Case and diacritics do not count; a part of a Chinese, Japanese or Korean text is found anywhere in it. A whole e-mail
  /// address or telephone number finds whose it is.
  public func search(_ text: String, limit: Int) throws -> [SearchHit] {
    let query = SearchQuery(text)
    let known = try contactCandidates(text)
    let found = try SearchRun(self, query, limit: limit).candidates().filter { candidate in
      !known.contains { $0.row == candidate.row }
    }
    return try (known + found).prefix(limit).map { try hit($0, query) }
  }

  private func hit(_ candidate: SearchCandidate, _ query: SearchQuery) throws -> SearchHit {
    let reasons =
      candidate.finds.count == query.words.count
      ? zip(candidate.finds, query.words).map { $0.reason(for: $1) }
      : candidate.finds.map { SearchReason(field: $0.field, text: $0.text) }
    let isPerson = candidate.summary.kind == .person
    let job = isPerson ? try currentJob(ofRow: candidate.row) : nil
    let touch = candidate.lastTouch > 0 ? candidate.lastTouch : try lastTouch(ofRow: candidate.row)
    return SearchHit(
      summary: candidate.summary, title: job?.title, company: job?.place.name, reasons: reasons.unique,
      lastTouch: PartialDate(packed: touch))
  }

  private func currentJob(ofRow row: Int64) throws -> WorkTie? {
    try workTies(of: row, SearchPlaces(connection)).first { $0.type == .worksFor && !$0.isPast }
  }

  /// Whose e-mail address or telephone number `text` is.
  private func contactCandidates(_ text: String) throws -> [SearchCandidate] {
    let text = text.trimmingSpaces
    if text.contains("@") {
      return try candidates(under: LookupKey(kind: .email, text: SearchKey.email(text)), .email, text)
    }
    guard text.utf8.allSatisfy({ $0 < 0x41 }), let digits = SearchKey.phone(text) else { return [] }
    return try candidates(under: LookupKey(kind: .phone, text: digits), .phone, text)
  }

  private func candidates(under key: LookupKey, _ field: SearchField, _ text: String) throws -> [SearchCandidate] {
    try summaries(under: key, limit: 100).compactMap { summary in
      guard let row = try rowID(of: summary.id) else { return nil }
      return SearchCandidate(
        row: row, summary: summary, rank: .wholeName, finds: [SearchFind(field: field, match: .whole, text: text)])
    }
  }

  // MARK: Full text

  /// Entities whose row of the index matches, the newest first.
  func rows(matching expression: String, atMost limit: Int) throws -> [(row: Int64, summary: EntitySummary)] {
    let statement = try connection.statement(StoredGraph.searchSQL)
    statement.bind(1, expression)
    statement.bind(2, limit)
    var rows: [(Int64, EntitySummary)] = []
    while try statement.step() { rows.append((statement.rowID(0), StoredGraph.summary(statement, at: 1))) }
    return rows
  }

  static let searchSQL = """
    SELECT entity.id, entity.uuid, entity.kind, entity.name FROM (
      SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?
    ) AS found CROSS JOIN entity ON entity.id = found.id
    """

  /// Who took part in the newest interactions that match.
  func participants(
    ofInteractionsMatching expression: String, atMost limit: Int
  ) throws -> [(row: Int64, summary: EntitySummary, interaction: SearchedInteraction)] {
    let statement = try connection.statement(StoredGraph.interactionSearchSQL)
    statement.bind(1, expression)
    statement.bind(2, limit)
    var found: [(Int64, EntitySummary, SearchedInteraction)] = []
    while try statement.step() {
      let interaction = SearchedInteraction(
        summary: statement.text(4), date: statement.date(5), channel: statement.text(6))
      found.append((statement.rowID(0), StoredGraph.summary(statement, at: 1), interaction))
    }
    return found
  }

  static let interactionSearchSQL = """
    SELECT entity.id, entity.uuid, entity.kind, entity.name, interaction.summary, interaction.date, interaction.channel
    FROM (SELECT rowid AS id FROM interactionSearch WHERE interactionSearch MATCH ? ORDER BY rowid DESC LIMIT ?) AS found
    CROSS JOIN interaction ON interaction.id = found.id
    CROSS JOIN participant ON participant.interaction = found.id
    CROSS JOIN entity ON entity.id = participant.entity
    """

  private static func summary(_ row: PreparedStatement, at column: Int32) -> EntitySummary {
    EntitySummary(
      id: row.identifier(column), kind: EntityRow.kind(code: row.int(column + 1)), name: row.text(column + 2))
  }
}
