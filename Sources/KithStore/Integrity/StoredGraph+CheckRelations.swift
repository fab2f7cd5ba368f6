import KithCore

extension StoredGraph {
  func relationFindings() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try connection.cursor(
      """
      SELECT relation.id, relation.type, subject.kind, object.kind, relation.startDate, relation.endDate
      FROM relation CROSS JOIN entity AS subject ON subject.id = relation.subject
      CROSS JOIN entity AS object ON object.id = relation.object
      """)
    while try rows.step() {
      if let finding = typeFinding(rows) { findings.append(finding) }
      if rows.int(4) > 0, rows.int(5) > 0, isReversed(rows.date(4), rows.date(5)) {
        findings.append(IntegrityFinding(.periodOrder, "relation \(rows.int(0)): its dates are in the wrong order"))
      }
    }
    return findings
  }

  /// What is said of the two stays, only not by a word that cannot be meant.
  private func typeFinding(_ row: PreparedStatement) -> IntegrityFinding? {
    let mending = IntegrityFinding.Mending.makeRelated(row: row.rowID(0))
    guard let type = RelationType(code: row.int(1)) else {
      return IntegrityFinding(.relationType, "relation \(row.int(0)) has type \(row.int(1))", mending: mending)
    }
    let (subject, object) = (EntityRow.kind(code: row.int(2)), EntityRow.kind(code: row.int(3)))
    if type.ends.subject.contains(subject), type.ends.object.contains(object) { return nil }
    return IntegrityFinding(
      .relationEnds, "relation \(row.int(0)): \(subject) '\(type)' \(object)", mending: mending)
  }

  /// Only dates with a year can be told apart; an end in a year counts to its last day.
  private func isReversed(_ start: PartialDate?, _ end: PartialDate?) -> Bool {
    guard let start, let end, let from = start.year, let to = end.year else { return false }
    if from != to { return from > to }
    guard let fromMonth = start.month, let toMonth = end.month else { return false }
    if fromMonth != toMonth { return fromMonth > toMonth }
    return (start.day ?? 0) > (end.day ?? 31)
  }
}
