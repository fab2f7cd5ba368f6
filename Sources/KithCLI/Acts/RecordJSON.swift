import KithCore
import KithStore

/// Records with everything that hangs on them, as one JSON object.
struct RecordJSON {
  static func write(_ records: [RecordDetails], to output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("records")
    try json.beginArray()
    for record in records { try write(record, to: &json) }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }

  private static func write(_ record: RecordDetails, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.members(of: record.entity.summary)
    if record.isMe {
      try json.key("me")
      try json.bool(true)
    }
    try json.text("created", record.entity.created.description)
    try json.text("modified", record.entity.modified.description)
    try json.properties(of: record.entity)
    try json.array("relations", record.related) { try relation($0, to: &$1) }
    try json.array("interactions", record.interactions) { try interaction($0, record, to: &$1) }
    try json.array("applications", record.applications) {
      try application($0, company: record.names[$0.company], record.names, to: &$1)
    }
    try json.array("introductions", record.introductions) {
      try IntroductionOutput.members(of: $0, record.introductionNames, to: &$1)
    }
    try json.endObject()
  }

  private static func relation(_ related: RelatedEntity, to json: inout JSONWriter) throws {
    try json.text("type", related.relation.type.rawValue)
    try json.text("phrase", related.phrase)
    try json.text("end", related.isSubject ? "subject" : "object")
    try json.summary("other", related.other)
    try json.text("title", related.relation.title)
    try json.list("units", related.relation.units)
    try json.period(related.relation.period)
  }

  private static func interaction(
    _ interaction: Interaction, _ record: RecordDetails, to json: inout JSONWriter
  ) throws {
    try json.key("id")
    try json.identifier(interaction.id)
    try json.text("date", interaction.date.description)
    try json.text("channel", interaction.channel)
    try json.text("summary", interaction.summary)
    try json.array("participants", interaction.participants.compactMap { record.names[$0] }) { try $1.members(of: $0) }
    try json.summary("event", interaction.event.flatMap { record.names[$0] })
    if let application = interaction.application {
      try json.key("application")
      try json.identifier(application)
    }
  }

  /// The members of an application, in the object begun.
  static func application(
    _ application: JobApplication, company: EntitySummary?, _ names: [Identifier: EntitySummary],
    to json: inout JSONWriter
  ) throws {
    try json.key("id")
    try json.identifier(application.id)
    try json.summary("company", company)
    try json.text("position", application.position)
    try json.array("stages", application.stages) {
      try $1.text("name", $0.name)
      try $1.text("date", $0.date?.description)
    }
    try json.text("outcome", application.outcome?.kind.rawValue)
    try json.text("outcomeDate", application.outcome?.date?.description)
    try json.text("outcomeStage", application.outcome?.stage)
    try json.text("reason", application.outcome?.reason)
    try json.array("involved", application.involved) {
      try $1.summary("person", names[$0.person])
      try $1.text("role", $0.role.rawValue)
      try $1.text("date", $0.date?.description)
    }
    try json.text("url", application.url)
    try json.text("note", application.note)
  }
}

extension JSONWriter {
  /// Id, kind and name, in the object begun.
  mutating func members(of summary: EntitySummary) throws {
    try key("id")
    try identifier(summary.id)
    try text("kind", summary.kind.rawValue)
    try text("name", summary.name)
  }

  mutating func summary(_ name: StaticString, _ summary: EntitySummary?) throws {
    guard let summary else { return }
    try key(name)
    try beginObject()
    try members(of: summary)
    try endObject()
  }

  /// An array of objects, there even if empty.
  mutating func array<Value>(
    _ name: StaticString, _ values: [Value], _ members: (Value, inout JSONWriter) throws -> Void
  ) throws {
    try key(name)
    try beginArray()
    for value in values {
      try beginObject()
      try members(value, &self)
      try endObject()
    }
    try endArray()
  }
}
