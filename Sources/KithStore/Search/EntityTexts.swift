import KithCore

/// Entity after entity of some rows, with what each is found by.
final class EntityTexts {
  private let statement: PreparedStatement
  private let ties: WorkTies
  private var glance = EntityRow.blank
  private(set) var row: Int64 = 0
  private(set) var fields = SearchFields()

  init(of rows: ClosedRange<Int64>, _ connection: Connection, _ places: SearchPlaces) throws {
    statement = try connection.statement(
      "SELECT id, name, properties FROM entity WHERE id BETWEEN ? AND ? ORDER BY id")
    statement.reset()
    statement.bind(1, rows.lowerBound)
    statement.bind(2, rows.upperBound)
    ties = try WorkTies(of: rows, connection, places)
  }

  deinit { statement.reset() }

  /// Goes on to the next entity; false after the last.
  func next() throws -> Bool {
    guard try statement.step() else { return false }
    row = statement.rowID(0)
    try SearchGlance.read(name: statement.text(1), statement.textBytes(2), into: &glance)
    fields.clear()
    fields.add(glance)
    try ties.append(of: row, to: &fields.work)
    return true
  }
}

/// Those properties of an entity that search is about; the others are passed over.
enum SearchGlance {
  static func read(name: String, _ properties: UnsafeBufferPointer<UInt8>, into entity: inout Entity) throws {
    entity.name = name
    entity.nicknames.removeAll(keepingCapacity: true)
    entity.emails.removeAll(keepingCapacity: true)
    entity.notes.removeAll(keepingCapacity: true)
    entity.tags.removeAll(keepingCapacity: true)
    var reader = JSONReader(properties)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "nicknames", "emails", "notes", "tags": _ = try reader.readProperty(key, into: &entity)
      default: try reader.skipValue()
      }
    }
  }
}
