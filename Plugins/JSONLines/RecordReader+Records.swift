import KithCore

extension RecordReader {
  mutating func relation() throws -> ImportedRelation {
    var subject: EntityReference?
    var type: RelationType?
    var object: EntityReference?
    var title: String?
    var units: [String] = []
    var period = Period.unknown
    while let key = try nextMember() {
      switch key {
      case "subject": subject = try reference()
      case "type": type = try relationType()
      case "object": object = try reference()
      case "title": title = try json.string()
      case "units": units = try json.strings()
      case "start", "end", "over": try json.readPeriod(key, into: &period)
      default: try passOver(key)
      }
    }
    if let unknownRelation { title = title.map { "\(unknownRelation): \($0)" } ?? unknownRelation }
    return ImportedRelation(
      try complete(subject, "subject"), try complete(type, "type"), try complete(object, "object"), title: title,
      units: units, period: period)
  }

  /// A type that is not in the catalogue is kept as the title of a `related`.
  private mutating func relationType() throws -> RelationType {
    let found = try json.withText { bytes -> (type: RelationType?, name: String) in
      if let type = RelationType(utf8: bytes) { return (type, "") }
      return (nil, String(decoding: bytes, as: UTF8.self))
    }
    if let type = found.type { return type }
    unknownRelation = found.name
    return .related
  }

  /// An id, `"me"`, or `{"name":"Acme","kind":"company"}`.
  private mutating func reference() throws -> EntityReference {
    if json.peek() == .object { return try namedReference() }
    return try json.withText { bytes in
      if let id = Identifier(utf8: bytes) { return .id(id) }
      let text = String(decoding: bytes, as: UTF8.self)
      return text == "me" ? .me : .id(Identifier(uid: text))
    }
  }

  private mutating func namedReference() throws -> EntityReference {
    var name = ""
    var kind = Entity.Kind.person
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "name": name = try json.string()
      case "kind": kind = try entityKind()
      default: try json.skipUnknown()
      }
    }
    guard !name.isEmpty else { throw RecordError.bad("an end of a relation without a name") }
    return .named(name, kind)
  }

  mutating func interaction() throws -> Interaction {
    var id: Identifier?
    var date: PartialDate?
    var interaction = Interaction(
      id: Identifier(high: 0, low: 0), date: CivilDay(daysSince1970: 0).date, channel: "", participants: [])
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "date": date = try json.partialDate()
      case "channel": interaction.channel = try json.string()
      case "participants": interaction.participants = try identifiers()
      case "summary": interaction.summary = try json.string()
      case "event": interaction.event = try json.identifier()
      case "application": interaction.application = try json.identifier()
      default: try passOver(key)
      }
    }
    interaction.date = try complete(date, "date")
    interaction.id = id ?? identifierOfLine()
    return interaction
  }

  private mutating func identifiers() throws -> [Identifier] {
    var identifiers: [Identifier] = []
    try json.beginArray()
    while try json.nextElement() { identifiers.append(try json.identifier()) }
    return identifiers
  }
}
