import KithCore

/// Writes each record of a graph as a line.
struct RecordWriter {
  var json: JSONWriter

  init(_ output: OutputSink) { json = JSONWriter(output) }

  mutating func header(schema: Int) throws {
    try begin("graph")
    try json.key("schema")
    try json.number(schema)
    try end()
  }

  mutating func entity(_ entity: Entity) throws {
    try begin("entity")
    try identifier("id", entity.id)
    try json.text("kind", entity.kind.rawValue)
    try json.text("name", entity.name)
    try json.properties(of: entity)
    if let photo = entity.photo { try write(photo) }
    try timestamp("created", entity.created)
    try timestamp("modified", entity.modified)
    try end()
  }

  private mutating func write(_ photo: Photo) throws {
    try json.key("photo")
    try json.beginObject()
    switch photo {
    case .uri(let uri): try json.text("uri", uri)
    case .data(let mediaType, let bytes):
      try json.text("mediaType", mediaType)
      try json.key("data")
      try json.string(String(decoding: Base64.encode(bytes), as: UTF8.self))
    }
    try json.endObject()
  }

  mutating func me(_ id: Identifier) throws {
    try begin("me")
    try identifier("id", id)
    try end()
  }

  mutating func relation(_ relation: Relation) throws {
    try begin("relation")
    try identifier("subject", relation.subject)
    try json.text("type", relation.type.rawValue)
    try identifier("object", relation.object)
    try json.text("title", relation.title)
    try json.list("units", relation.units)
    try json.period(relation.period)
    try end()
  }

  mutating func interaction(_ interaction: Interaction) throws {
    try begin("interaction")
    try identifier("id", interaction.id)
    try json.date("date", interaction.date)
    try json.text("channel", interaction.channel)
    if !interaction.participants.isEmpty {
      try json.key("participants")
      try json.beginArray()
      for participant in interaction.participants { try json.identifier(participant) }
      try json.endArray()
    }
    if !interaction.summary.isEmpty { try json.text("summary", interaction.summary) }
    if let event = interaction.event { try identifier("event", event) }
    if let application = interaction.application { try identifier("application", application) }
    try end()
  }

  mutating func application(_ application: JobApplication) throws {
    try begin("application")
    try identifier("id", application.id)
    try identifier("company", application.company)
    try json.text("position", application.position)
    try objects("stages", application.stages) { writer, stage in
      try writer.json.text("name", stage.name)
      try writer.json.date("date", stage.date)
    }
    if let outcome = application.outcome { try write(outcome) }
    try objects("involved", application.involved) { writer, involvement in
      try writer.identifier("person", involvement.person)
      try writer.json.text("role", involvement.role.rawValue)
      try writer.json.date("date", involvement.date)
    }
    try json.text("url", application.url)
    try json.text("note", application.note)
    try end()
  }

  private mutating func write(_ outcome: JobApplication.Outcome) throws {
    try json.key("outcome")
    try json.beginObject()
    try json.text("kind", outcome.kind.rawValue)
    try json.date("date", outcome.date)
    try json.text("stage", outcome.stage)
    try json.text("reason", outcome.reason)
    try json.endObject()
  }

  mutating func objects<Value>(
    _ name: StaticString, _ values: [Value], _ members: (inout RecordWriter, Value) throws -> Void
  ) throws {
    guard !values.isEmpty else { return }
    try json.key(name)
    try json.beginArray()
    for value in values {
      try json.beginObject()
      try members(&self, value)
      try json.endObject()
    }
    try json.endArray()
  }

  mutating func begin(_ record: StaticString) throws {
    try json.beginObject()
    try json.key("record")
    try json.word(record)
  }

  mutating func end() throws {
    try json.endObject()
    try json.endLine()
  }

  mutating func identifier(_ name: StaticString, _ id: Identifier) throws {
    try json.key(name)
    try json.identifier(id)
  }

  private mutating func timestamp(_ name: StaticString, _ moment: Timestamp) throws {
    try json.key(name)
    try json.timestamp(moment)
  }
}
