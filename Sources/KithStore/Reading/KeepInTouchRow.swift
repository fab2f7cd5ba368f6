import KithCore

/// How an interval of touch stands in its row. The day on which it is due is there too, for its index.
enum KeepInTouchRow {
  static let columns = """
    keepInTouch.id, entity.uuid, keepInTouch.every, keepInTouch.since, keepInTouch.snoozedUntil, keepInTouch.isIgnored
    """
  static let source = "keepInTouch CROSS JOIN entity ON entity.id = keepInTouch.entity"

  /// Nil for a row that makes no sense, of which ``StoredGraph/check()`` tells.
  static func read(from row: PreparedStatement) -> KeepInTouch? {
    guard let every = Interval(row.text(2)), let since = row.day(3) else { return nil }
    return KeepInTouch(
      row.identifier(1), every: every, since: since, snoozedUntil: row.day(4), isIgnored: row.int(5) != 0)
  }
}
