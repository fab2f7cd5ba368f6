import KithCore

/// Something due with all that its place in the ranking depends on.
public struct DueCandidate: Sendable, Equatable {
  public let item: DueItem
  public let facts: DueFacts
  /// Whether it came of an application that ended in a no.
  public let isOfRejection: Bool

  public init(item: DueItem, facts: DueFacts, isOfRejection: Bool = false) {
    self.item = item
    self.facts = facts
    self.isOfRejection = isOfRejection
  }
}

extension StoredGraph {
  /// What is due on `day` or before, for a ranking: the `limit` follow-ups and the `limit` intervals that have been due
  /// for longest, each half in the order of its days.
  ///
  /// It takes as long as `limit` says, however much is due. What a ranking makes of these can only put them in another
  /// order. A selection shows its own, and costs what it selects.
  public func dueCandidates(through day: CivilDay, limit: Int) throws -> [DueCandidate] {
    try dueFollowUps(through: day, limit: limit) + dueTouches(through: day, limit: limit)
  }

  private func dueFollowUps(through day: CivilDay, limit: Int) throws -> [DueCandidate] {
    let rows = try connection.statement(StoredGraph.rankedFollowUpsSQL(isSelection: isSelection))
    rows.bind(1, day)
    rows.bind(2, max(0, limit))
    var found: [DueCandidate] = []
    while try rows.step() {
      let followUp = FollowUpRow.read(from: rows)
      guard let due = followUp.due else { continue }
      let facts = DueFacts(
        followUp.act, owedBy: followUp.owedBy, due: due, tie: tie(rows, 16), hasOpenPromise: rows.int(17) != 0)
      found.append(
        DueCandidate(
          item: DueItem(
            entity: summary(followUp.entity, rows, 14), due: due, matter: .followUp(followUp)), facts: facts,
          isOfRejection: rows.int(18) != 0))
    }
    return found
  }

  private func dueTouches(through day: CivilDay, limit: Int) throws -> [DueCandidate] {
    let rows = try connection.statement(StoredGraph.rankedTouchesSQL(isSelection: isSelection))
    rows.bind(1, day)
    rows.bind(2, max(0, limit))
    var found: [DueCandidate] = []
    while try rows.step() {
      guard let kept = KeepInTouchRow.read(from: rows), let due = kept.due else { continue }
      let facts = DueFacts(
        .keepInTouch, due: due, every: kept.every, since: kept.since, tie: tie(rows, 8),
        hasOpenPromise: rows.int(9) != 0)
      found.append(
        DueCandidate(
          item: DueItem(entity: summary(kept.entity, rows, 6), due: due, matter: .keepInTouch(kept)), facts: facts))
    }
    return found
  }

  private func summary(_ id: Identifier, _ row: PreparedStatement, _ column: Int32) -> EntitySummary {
    EntitySummary(id: id, kind: EntityRow.kind(code: row.int(column)), name: row.text(column + 1))
  }

  private func tie(_ row: PreparedStatement, _ column: Int32) -> Tie.Kind? {
    guard !row.isNull(column), Tie.Kind.allCases.indices.contains(row.int(column)) else { return nil }
    return Tie.Kind.allCases[row.int(column)]
  }

  // MARK: SQL, for the tests of its plans

  static func rankedFollowUpsSQL(isSelection: Bool) -> String {
    """
    SELECT \(FollowUpRow.columns), entity.kind, entity.name, \(rankColumns("followUp", otherThan: "AND promise.id <> followUp.id")),
    application.outcome = 'rejected'
    FROM \(FollowUpRow.source)
    WHERE followUp.state = 'open' AND followUp.due > 0 AND followUp.due <= ?1
    \(isSelection ? "AND followUp.entity IN (SELECT id FROM temp.selected)" : "")
    ORDER BY followUp.due, followUp.id LIMIT ?2
    """
  }

  static func rankedTouchesSQL(isSelection: Bool) -> String {
    """
    SELECT \(KeepInTouchRow.columns), entity.kind, entity.name, \(rankColumns("keepInTouch"))
    FROM \(KeepInTouchRow.source)
    WHERE keepInTouch.due > 0 AND keepInTouch.due <= ?1
    \(isSelection ? "AND keepInTouch.entity IN (SELECT id FROM temp.selected)" : "")
    ORDER BY keepInTouch.due, keepInTouch.id LIMIT ?2
    """
  }

  /// Two index probes a row: the best part in an application, and whether a promise of mine is open, beside the row itself.
  private static func rankColumns(_ table: String, otherThan itself: String = "") -> String {
    let ranks = JobApplication.Involvement.Role.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.tie.rank)" }
    return """
      (SELECT min(CASE role \(ranks.joined(separator: " ")) END) FROM involvement
        WHERE involvement.person = \(table).entity),
      EXISTS (SELECT 1 FROM followUp AS promise WHERE promise.entity = \(table).entity AND promise.state = 'open'
        AND promise.act = 'keepPromise' AND promise.owedBy = 'me' \(itself))
      """
  }
}
