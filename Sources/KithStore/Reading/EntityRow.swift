import KithCore

/// How an entity stands in its row: the columns of its own, and the rest of it as JSON.
enum EntityRow {
  /// What ``read(from:)`` expects, in its order.
  static let columns =
    "entity.id, entity.uuid, entity.kind, entity.name, entity.properties, entity.created, entity.modified"
  /// The same with the photo, for ``readWithPhoto(from:)``.
  static let columnsWithPhoto = columns + ", photo.mediaType, photo.data"
  static let sourceWithPhoto = "entity LEFT JOIN photo ON photo.entity = entity.id"

  static func readWithPhoto(from row: PreparedStatement) throws -> Entity {
    var entity = try read(from: row)
    if !row.isNull(8) { entity.photo = photo(mediaType: row.optionalText(7), data: row.blob(8)) }
    return entity
  }

  static func read(from row: PreparedStatement) throws -> Entity {
    var entity = blank
    try read(from: row, into: &entity)
    return entity
  }

  /// As ``read(from:)``, in place of what `entity` was; its photo stays. One entity for all rows needs little memory anew.
  static func read(from row: PreparedStatement, into entity: inout Entity) throws {
    entity.id = row.identifier(1)
    entity.kind = kind(code: row.int(2))
    entity.name = row.text(3)
    entity.created = Timestamp(secondsSince1970: row.int(5))
    entity.modified = Timestamp(secondsSince1970: row.int(6))
    var reader = JSONReader(row.textBytes(4))
    try reader.readProperties(into: &entity)
  }

  static var blank: Entity {
    Entity(id: Identifier(high: 0, low: 0), kind: .person, name: "", created: Timestamp(secondsSince1970: 0))
  }

  /// A picture without a media type is the URI of one.
  static func photo(mediaType: String?, data: [UInt8]) -> Photo {
    mediaType.map { .data(mediaType: $0, bytes: data) } ?? .uri(String(decoding: data, as: UTF8.self))
  }

  static func kind(code: Int) -> Entity.Kind {
    switch code {
    case 2: .company
    case 3: .organization
    case 4: .event
    default: .person
    }
  }

  static func code(of kind: Entity.Kind) -> Int {
    switch kind {
    case .person: 1
    case .company: 2
    case .organization: 3
    case .event: 4
    }
  }

  /// What lists are sorted by: the family name first where it is known.
  static func sortKey(of entity: Entity) -> String {
    guard let name = entity.personName, !name.family.isEmpty else { return SearchKey.fold(entity.name) }
    return SearchKey.fold((name.family + name.given).joined(separator: " "))
  }
}
