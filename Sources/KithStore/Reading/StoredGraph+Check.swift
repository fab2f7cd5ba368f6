import KithCore

/// A rule of the graph, and how often it is broken.
public struct IntegrityFinding: Sendable, Equatable {
  public let rule: String
  public let detail: String
}

extension StoredGraph {
  /// What is wrong with the store: SQLite's own check, then kith's rules. Empty if nothing is.
  public func check() throws -> [IntegrityFinding] {
    try fileFindings() + relationFindings() + followUpFindings() + lookupFindings() + searchFindings()
  }

  private func fileFindings() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let pages = try connection.cursor("PRAGMA integrity_check(20)")
    while try pages.step() {
      guard pages.text(0) != "ok" else { continue }
      findings.append(IntegrityFinding(rule: "the file is sound", detail: pages.text(0)))
    }
    let keys = try connection.cursor("PRAGMA foreign_key_check")
    while try keys.step() {
      findings.append(
        IntegrityFinding(
          rule: "what a row points at is there", detail: "row \(keys.int(1)) of \(keys.text(0)) points at nothing"))
    }
    return findings
  }

  private func relationFindings() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let statement = try connection.cursor(
      """
      SELECT relation.id, relation.type, subject.kind, object.kind, relation.startDate, relation.endDate
      FROM relation CROSS JOIN entity AS subject ON subject.id = relation.subject
      CROSS JOIN entity AS object ON object.id = relation.object
      """)
    while try statement.step() {
      let row = "relation \(statement.int(0))"
      guard let type = RelationType(code: statement.int(1)) else {
        findings.append(IntegrityFinding(rule: "a relation has a type", detail: "\(row) has type \(statement.int(1))"))
        continue
      }
      let (subject, object) = (EntityRow.kind(code: statement.int(2)), EntityRow.kind(code: statement.int(3)))
      if !type.ends.subject.contains(subject) || !type.ends.object.contains(object) {
        findings.append(
          IntegrityFinding(
            rule: "a relation joins kinds that it may join", detail: "\(row): a \(subject) '\(type)' a \(object)"))
      }
      if statement.int(4) > 0, statement.int(5) > 0, isReversed(statement.date(4), statement.date(5)) {
        findings.append(IntegrityFinding(rule: "a period ends after it starts", detail: row))
      }
    }
    return findings
  }

  /// Only dates with a year can be told apart; an end in a year counts to its last day.
  private func isReversed(_ start: PartialDate?, _ end: PartialDate?) -> Bool {
    guard let start, let end, let from = start.year, let to = end.year else { return false }
    if from != to { return from > to }
    guard let fromMonth = start.month, let toMonth = end.month else { return false }
    if fromMonth != toMonth { return fromMonth > toMonth }
    return (start.day ?? 0) > (end.day ?? 31)
  }

  private func lookupFindings() throws -> [IntegrityFinding] {
    var missing = 0
    var expected = 0
    let entities = try connection.cursor("SELECT \(EntityRow.columns) FROM entity ORDER BY entity.id")
    while try entities.step() {
      let keys = LookupKey.keys(of: try EntityRow.read(from: entities))
      expected += keys.count
      for key in keys where try !hasKey(key, row: entities.rowID(0)) { missing += 1 }
    }
    let stored = try connection.statement("SELECT count(*) FROM lookup").firstInt() ?? 0
    var findings: [IntegrityFinding] = []
    if missing > 0 {
      findings.append(
        IntegrityFinding(rule: "every record is found by its names", detail: "\(missing) keys are missing"))
    }
    if stored > expected - missing {
      findings.append(
        IntegrityFinding(rule: "no name leads nowhere", detail: "\(stored - expected + missing) keys lead nowhere"))
    }
    return findings
  }

  private func hasKey(_ key: LookupKey, row: Int64) throws -> Bool {
    let statement = try connection.statement("SELECT 1 FROM lookup WHERE kind = ? AND key = ? AND entity = ?")
    statement.bind(1, key.kind.rawValue)
    statement.bind(2, key.text)
    statement.bind(3, row)
    return try statement.firstInt() != nil
  }
}
