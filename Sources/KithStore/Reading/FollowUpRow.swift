import KithCore

/// How a follow-up stands in its row.
enum FollowUpRow {
  static let columns = """
    followUp.id, followUp.uuid, entity.uuid, followUp.act, followUp.owedBy, followUp.due, followUp.what, followUp.why,
    application.uuid, event.uuid, interaction.uuid, followUp.state, followUp.stateDate, followUp.created
    """
  static let source = """
    followUp CROSS JOIN entity ON entity.id = followUp.entity
    LEFT JOIN application ON application.id = followUp.application
    LEFT JOIN entity AS event ON event.id = followUp.event
    LEFT JOIN interaction ON interaction.id = followUp.interaction
    """

  static func read(from row: PreparedStatement) -> FollowUp {
    FollowUp(
      id: row.identifier(1), FollowUp.Act(rawValue: row.text(3)) ?? .followUp, row.identifier(2),
      owedBy: FollowUp.Party(rawValue: row.text(4)) ?? .me, due: row.day(5), what: row.text(6), why: row.text(7),
      application: row.optionalIdentifier(8), event: row.optionalIdentifier(9),
      interaction: row.optionalIdentifier(10), state: FollowUp.State(row.text(11), on: row.day(12)) ?? .open,
      created: Timestamp(secondsSince1970: row.int(13)))
  }
}

extension PreparedStatement {
  func day(_ column: Int32) -> CivilDay? { date(column).flatMap { CivilDay($0) } }
  func optionalIdentifier(_ column: Int32) -> Identifier? { isNull(column) ? nil : identifier(column) }
  func bind(_ position: Int32, _ day: CivilDay?) { bind(position, day?.date) }

  func bind(_ position: Int32, row: Int64?) {
    if let row { bind(position, row) } else { bindNull(position) }
  }
}
