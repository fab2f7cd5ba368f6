import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Adds an interaction, with which the intervals of touch of those who took part begin anew; false if there is one of
  /// that id.
  /// - Throws: ``StoreError/unknownEntity(_:)``
  @discardableResult
  public func insert(_ interaction: Interaction) throws -> Bool {
    let participants = try interaction.participants.map(requireRowID)
    let isNew = try insert(
      interaction, participants: participants, event: try interaction.event.map(requireRowID),
      application: try interaction.application.flatMap(applicationRow))
    if isNew { try restartIntervals(of: participants, on: interaction.date) }
    return isNew
  }

  /// The interaction alone, where the rows are known.
  func insert(
    _ interaction: Interaction, participants: [Int64], event: Int64?, application: Int64?
  ) throws -> Bool {
    let row = newRowID(in: "interaction")
    let insert = try connection.statement("INSERT OR IGNORE INTO interaction VALUES (?, ?, ?, ?, ?, ?, ?)")
    insert.bind(1, row)
    insert.bind(2, interaction.id)
    insert.bind(3, interaction.date)
    insert.bind(4, interaction.channel)
    insert.bind(5, interaction.summary)
    if let event { insert.bind(6, event) } else { insert.bindNull(6) }
    if let application { insert.bind(7, application) } else { insert.bindNull(7) }
    try insert.run()
    guard sqlite3_changes(connection.database.sqliteConnection) > 0 else { return false }
    let join = try connection.statement("INSERT INTO participant VALUES (?, ?, ?)")
    for participant in participants.unique {
      join.bind(1, newRowID(in: "participant"))
      join.bind(2, row)
      join.bind(3, participant)
      try join.run()
    }
    return true
  }

  func applicationRow(_ id: Identifier) throws -> Int64? {
    let statement = try connection.statement("SELECT id FROM application WHERE uuid = ?")
    statement.bind(1, id)
    return try statement.firstInt().map(Int64.init)
  }
}
