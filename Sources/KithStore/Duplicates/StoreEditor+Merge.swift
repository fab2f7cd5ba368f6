import GRDBSQLite
import KithCore

extension StoreEditor {
  /// Makes one record of two: all that hangs on `other` is `survivor`'s, under whose id it goes on; the id of `other` stays
  /// one by which it is found.
  /// - Throws: ``StoreError/unknownEntity(_:)``, ``StoreError/cannotMerge(_:_:)``
  public func merge(_ other: Identifier, into survivor: Identifier) throws -> MergeReport {
    let (row, otherRow) = (try requireRowID(of: survivor), try requireRowID(of: other))
    guard let mine = try graph.entity(atRow: row), let theirs = try graph.entity(atRow: otherRow), row != otherRow
    else {
      throw StoreError.unknownEntity(other)
    }
    guard StoreEditor.canMerge(mine.kind, theirs.kind) else { throw StoreError.cannotMerge(mine.kind, theirs.kind) }
    let join = EntityJoin(mine, theirs)
    var report = MergeReport(
      survivor: mine.summary, other: theirs.summary, rows: join.rows, displaced: join.displaced)
    var joined = join.result
    try moveRelations(from: otherRow, to: row, &report) { joined.notes.append("\(theirs.name): \($0)") }
    try moveParts(from: otherRow, to: row, &report)
    try moveInterval(from: theirs, otherRow, to: row, &report)
    if try graph.me() == other {
      try setMe(row: row)
      report.remarks.append("you are \(mine.name) now")
    }
    if theirs.photo != nil { report.note(.photo, 1) }
    try remove(theirs, row: otherRow)
    _ = try update(joined, from: mine, row: row)
    if joined.created != mine.created { try setCreated(joined.created, ofRow: row) }
    return report
  }

  /// What is a company to one file is an organization to another.
  private static func canMerge(_ one: Entity.Kind, _ other: Entity.Kind) -> Bool {
    one == other || Set([one, other]) == [.company, .organization]
  }

  private func remove(_ entity: Entity, row: Int64) throws {
    try replaceKeys(LookupKey.keys(of: entity), by: [], of: row)
    for sql in ["DELETE FROM photo WHERE entity = ?", "DELETE FROM entity WHERE id = ?"] { _ = try change(sql, row) }
  }

  private func setCreated(_ created: Timestamp, ofRow row: Int64) throws {
    let update = try connection.statement("UPDATE entity SET created = ? WHERE id = ?")
    update.bind(1, created.secondsSince1970)
    update.bind(2, row)
    try update.run()
  }

  /// Runs one statement with rows for its numbers; how many rows it changed.
  func change(_ sql: String, _ rows: Int64...) throws -> Int {
    let statement = try connection.statement(sql)
    for (position, row) in rows.enumerated() { statement.bind(Int32(position + 1), row) }
    try statement.run()
    return Int(sqlite3_changes(connection.database.sqliteConnection))
  }

  // MARK: What points at a record

  /// Who took part, had a part, is to be followed up, gave advice or was introduced.
  private func moveParts(from other: Int64, to row: Int64, _ report: inout MergeReport) throws {
    let both = "interaction IN (SELECT interaction FROM participant WHERE entity = ?2)"
    report.note(
      .interactions, doubles: try change("DELETE FROM participant WHERE entity = ?1 AND \(both)", other, row))
    report.note(.interactions, try change("UPDATE participant SET entity = ?2 WHERE entity = ?1", other, row))
    report.note(
      .involvements, try change("UPDATE OR IGNORE involvement SET person = ?2 WHERE person = ?1", other, row))
    report.note(.involvements, doubles: try change("DELETE FROM involvement WHERE person = ?1", other))
    for (what, table, column) in StoreEditor.pointers {
      report.note(what, try change("UPDATE \(table) SET \(column) = ?2 WHERE \(column) = ?1", other, row))
    }
    let selfMade = try deleteIntroductions(where: "connector.id = ?1 AND person.id = ?1", row)
    if selfMade > 0 {
      report.remarks.append("\(MergedRows.introductions.phrase(selfMade)) of the one by the other dropped")
    }
  }

  private static let pointers: [(MergedRows, String, String)] = [
    (.applications, "application", "company"), (.events, "interaction", "event"), (.followUps, "followUp", "entity"),
    (.events, "followUp", "event"), (.feedback, "feedback", "giver"), (.introductions, "introduction", "connector"),
    (.introductions, "introduction", "person"),
  ]

  /// Of two intervals the shorter is kept, from the later touch on; ignored is who is ignored under both names.
  private func moveInterval(
    from entity: Entity, _ other: Int64, to row: Int64, _ report: inout MergeReport
  ) throws {
    guard let theirs = try graph.keepInTouch(ofEntityAtRow: other) else { return }
    guard var kept = try graph.keepInTouch(ofEntityAtRow: row) else {
      return report.note(.interval, try change("UPDATE keepInTouch SET entity = ?2 WHERE entity = ?1", other, row))
    }
    let told = [kept, theirs]
    let shorter = told.min { $0.rank < $1.rank } ?? kept
    kept.every = shorter.every
    kept.since = max(kept.since, theirs.since)
    kept.snoozedUntil = told.compactMap(\.snoozedUntil).max()
    kept.isIgnored = told.allSatisfy(\.isIgnored)
    _ = try change("DELETE FROM keepInTouch WHERE entity = ?1", other)
    _ = try save(kept, entity: row)
    report.note(.interval, doubles: 1)
    report.remarks.append(
      "of the intervals \(told.map { $0.isIgnored ? "ignored" : "\($0.every)" }.joined(separator: " and ")) \(kept.isIgnored ? "ignored" : "\(kept.every)") is kept"
    )
  }
}

extension KeepInTouch {
  /// Who is to be touched comes before who is ignored, then the shorter interval.
  fileprivate var rank: (Int, Int, String) { (isIgnored ? 1 : 0, every.approximateDays, every.description) }
}

extension MergeReport {
  mutating func note(_ what: MergedRows, _ count: Int) {
    if count > 0 { MergeReport.add(count, of: what, to: &moved) }
  }

  mutating func note(_ what: MergedRows, doubles count: Int) {
    if count > 0 { MergeReport.add(count, of: what, to: &doubles) }
  }

  private static func add(_ count: Int, of what: MergedRows, to list: inout [(what: MergedRows, count: Int)]) {
    if let position = list.firstIndex(where: { $0.what == what }) {
      list[position].count += count
    } else {
      list.append((what, count))
    }
  }
}
