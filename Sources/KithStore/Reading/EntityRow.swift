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
    var entity = Entity(
      id: row.identifier(1), kind: kind(code: row.int(2)), name: row.text(3),
      created: Timestamp(secondsSince1970: row.int(5)), modified: Timestamp(secondsSince1970: row.int(6)))
    try readProperties(row.textBytes(4), into: &entity)
    return entity
  }

  private static func readProperties(_ json: UnsafeBufferPointer<UInt8>, into entity: inout Entity) throws {
    guard json.count > 2 else { return }
    var reader = JSONReader(json)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if try !reader.readProperty(key, into: &entity) { try reader.skipValue() }
    }
  }

  /// A picture without a media type is the URI of one.
  static func photo(mediaType: String?, data: [UInt8]) -> Photo {
    mediaType.map { .data(mediaType: $0, bytes: data) } ?? .uri(String(decoding: data, as: UTF8.self))
  }

  static func kind(code: Int) -> Entity.Kind {
    Entity.Kind.allCases.indices.contains(code - 1) ? Entity.Kind.allCases[code - 1] : .person
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
