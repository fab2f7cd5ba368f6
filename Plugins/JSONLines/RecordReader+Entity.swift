import KithCore

extension RecordReader {
  mutating func entity() throws -> Entity {
    var id: Identifier?
    var kind: Entity.Kind?
    var created: Timestamp?
    var modified: Timestamp?
    var entity = Entity(id: Identifier(high: 0, low: 0), kind: .person, name: "", created: now)
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "kind": kind = try entityKind()
      case "name": entity.name = try json.string()
      case "photo": entity.photo = try photo()
      case "created": created = try json.timestamp()
      case "modified": modified = try json.timestamp()
      default: if try !json.readProperty(key, into: &entity) { try passOver(key) }
      }
    }
    entity.kind = try complete(kind, "kind")
    guard !entity.name.isEmpty else { throw RecordError.bad("expected a member 'name' that is not empty") }
    entity.id = id ?? Identifier(name: "jsonl:" + entity.kind.rawValue + entity.name)
    entity.created = created ?? now
    entity.modified = modified ?? entity.created
    return entity
  }

  mutating func entityKind() throws -> Entity.Kind {
    let word = try json.word()
    switch word {
    case "person": return .person
    case "company": return .company
    case "organization": return .organization
    case "event": return .event
    default:
      throw RecordError.bad("kind '\(RecordReader.shown(word.text))' is not person, company, organization or event")
    }
  }

  private mutating func photo() throws -> Photo? {
    var mediaType = ""
    var uri: String?
    var bytes: [UInt8]?
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "uri": uri = try json.string()
      case "mediaType": mediaType = try json.string()
      case "data": bytes = try photoBytes()
      default: try json.skipUnknown()
      }
    }
    if let bytes { return .data(mediaType: mediaType, bytes: bytes) }
    guard let uri else { throw RecordError.bad("a photo without 'data' or 'uri'") }
    return .uri(uri)
  }

  private mutating func photoBytes() throws -> [UInt8] {
    guard let bytes = try json.withText({ Base64.decode($0) }) else {
      throw RecordError.bad("a photo whose 'data' is not base 64")
    }
    return bytes
  }
}
