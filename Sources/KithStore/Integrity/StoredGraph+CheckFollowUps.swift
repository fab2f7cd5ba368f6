import KithCore

extension StoredGraph {
  /// What is wrong with follow-ups, feedback, introductions and intervals of touch beyond what SQLite looks after.
  func followUpFindings() throws -> [IntegrityFinding] {
    try brokenFollowUps() + brokenFeedback() + brokenIntroductions() + brokenIntervals()
  }

  private func brokenFollowUps() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try connection.cursor(
      """
      SELECT followUp.id, followUp.act, followUp.due, followUp.stateDate, entity.kind, event.kind
      FROM followUp CROSS JOIN entity ON entity.id = followUp.entity
      LEFT JOIN entity AS event ON event.id = followUp.event
      """)
    while try rows.step() {
      func broken(_ rule: IntegrityRule) { findings.append(IntegrityFinding(rule, "follow-up \(rows.int(0))")) }
      if FollowUp.Act(rawValue: rows.text(1)) == nil { broken(.followUpAct) }
      if !isDayOrNone(rows, 2) || !isDayOrNone(rows, 3) { broken(.followUpDay) }
      if EntityRow.kind(code: rows.int(4)) == .event { broken(.followUpEntity) }
      if !rows.isNull(5), EntityRow.kind(code: rows.int(5)) != .event { broken(.followUpEvent) }
    }
    return findings
  }

  private func isDayOrNone(_ row: PreparedStatement, _ column: Int32) -> Bool {
    row.int(column) == 0 || row.day(column) != nil
  }

  private func brokenFeedback() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try connection.cursor(
      """
      SELECT feedback.id, feedback.steps, giver.kind FROM feedback
      CROSS JOIN entity AS giver ON giver.id = feedback.giver
      """)
    while try rows.step() {
      func broken(_ rule: IntegrityRule) { findings.append(IntegrityFinding(rule, "feedback \(rows.int(0))")) }
      if EntityRow.kind(code: rows.int(2)) != .person { broken(.feedbackGiver) }
      let steps = try? FeedbackRow.steps(rows.textBytes(1))
      if try steps.map({ try FeedbackRow.stepsText($0) }) != rows.text(1) { broken(.feedbackSteps) }
    }
    return findings
  }

  private func brokenIntroductions() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try connection.cursor(
      """
      SELECT introduction.id, introduction.steps, connector.kind, person.kind FROM introduction
      CROSS JOIN entity AS connector ON connector.id = introduction.connector
      CROSS JOIN entity AS person ON person.id = introduction.person
      """)
    while try rows.step() {
      func broken(_ rule: IntegrityRule) { findings.append(IntegrityFinding(rule, "introduction \(rows.int(0))")) }
      if [2, 3].contains(where: { EntityRow.kind(code: rows.int($0)) != .person }) {
        broken(.introductionEnds)
      }
      let steps = try? IntroductionRow.steps(rows.textBytes(1))
      if try steps.map({ try IntroductionRow.stepsText($0) }) != rows.text(1) {
        broken(.introductionSteps)
      }
    }
    return findings
  }

  private func brokenIntervals() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try connection.cursor(
      "SELECT \(KeepInTouchRow.columns), keepInTouch.due, entity.kind FROM \(KeepInTouchRow.source)")
    while try rows.step() {
      func broken(_ rule: IntegrityRule) { findings.append(IntegrityFinding(rule, "interval \(rows.int(0))")) }
      if EntityRow.kind(code: rows.int(7)) == .event { broken(.intervalEntity) }
      guard let kept = KeepInTouchRow.read(from: rows) else {
        broken(.intervalSpan)
        continue
      }
      if rows.int(6) != kept.due?.date.packed ?? 0 {
        findings.append(
          IntegrityFinding(.intervalDue, "interval \(rows.int(0))", mending: .correctInterval(row: rows.rowID(0))))
      }
    }
    return findings
  }
}
