import KithCore

/// How a relation's own columns stand in its row.
enum RelationRow {
  static let columns = "relation.type, relation.title, relation.units, relation.startDate, relation.endDate"

  struct Attributes {
    let type: RelationType
    let title: String?
    let units: [String]
    let period: Period
  }

  /// Reads ``columns``, the first of which is at `column`.
  static func read(from row: PreparedStatement, at column: Int32) -> Attributes {
    let title = row.text(column + 1)
    return Attributes(
      type: RelationType(code: row.int(column)) ?? .related, title: title.isEmpty ? nil : title,
      units: units(row.textBytes(column + 2)), period: period(row, at: column + 3))
  }

  private static func period(_ row: PreparedStatement, at column: Int32) -> Period {
    let end = row.int(column + 1)
    return Period(
      start: row.date(column), end: PartialDate(packed: end), endedAtUnknownDate: end == endedAtUnknownDate)
  }

  static let endedAtUnknownDate = -1

  static func endCode(of period: Period) -> Int {
    period.endedAtUnknownDate ? endedAtUnknownDate : period.end?.packed ?? 0
  }

  private static func units(_ json: UnsafeBufferPointer<UInt8>) -> [String] {
    guard !json.isEmpty else { return [] }
    var reader = JSONReader(json)
    return (try? reader.strings()) ?? []
  }

  /// A JSON array, empty text for none.
  static func unitsText(_ units: [String]) throws -> String {
    guard !units.isEmpty else { return "" }
    let sink = OutputSink.inMemory()
    var writer = JSONWriter(sink)
    try writer.beginArray()
    for unit in units { try writer.string(unit) }
    try writer.endArray()
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
