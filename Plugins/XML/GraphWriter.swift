import KithCore
import KithMarkup

/// Writes each record of a graph as a child of the root.
struct GraphWriter {
  /// Builds one record at a time.
  var xml = ElementWriter(OutputSink.inMemory(capacity: 1 << 16))
  private let stream: XMLStream

  init(_ output: OutputSink) throws { stream = try XMLStream(output) }

  func begin(schema: StaticString) throws {
    try stream.begin(root: "kith", attributes: [("xmlns", XMLFormat.namespace), ("schema", schema)])
  }

  func end() throws { try stream.end() }

  mutating func me(_ id: Identifier) throws {
    try xml.start("me")
    try xml.attribute("id", id)
    try endRecord("me")
  }

  mutating func relation(_ relation: Relation) throws {
    try xml.start("relation")
    try xml.attribute("subject", relation.subject)
    try xml.attribute("type", word: relation.type.rawValue)
    try xml.attribute("object", relation.object)
    try xml.element("title", relation.title)
    try xml.elements("unit", relation.units)
    try period(relation.period)
    try endRecord("relation")
  }

  mutating func interaction(_ interaction: Interaction) throws {
    try xml.start("interaction")
    try xml.attribute("id", interaction.id)
    try xml.attribute("date", interaction.date)
    if let event = interaction.event { try xml.attribute("event", event) }
    if let application = interaction.application { try xml.attribute("application", application) }
    try xml.element("channel", interaction.channel)
    for participant in interaction.participants {
      try xml.start("participant")
      try xml.attribute("id", participant)
      try xml.end("participant")
    }
    if !interaction.summary.isEmpty { try xml.element("summary", interaction.summary) }
    try endRecord("interaction")
  }

  mutating func application(_ application: JobApplication) throws {
    try xml.start("application")
    try xml.attribute("id", application.id)
    try xml.attribute("company", application.company)
    try xml.element("position", application.position)
    for stage in application.stages {
      try xml.start("stage")
      try xml.attribute("date", stage.date)
      try xml.element("name", stage.name)
      try xml.end("stage")
    }
    if let outcome = application.outcome { try write(outcome) }
    for involvement in application.involved { try write(involvement) }
    try xml.element("url", application.url)
    try xml.element("note", application.note)
    try endRecord("application")
  }

  private mutating func write(_ outcome: JobApplication.Outcome) throws {
    try xml.start("outcome")
    try xml.attribute("kind", word: outcome.kind.rawValue)
    try xml.attribute("date", outcome.date)
    try xml.element("stage", outcome.stage)
    try xml.element("reason", outcome.reason)
    try xml.end("outcome")
  }

  private mutating func write(_ involvement: JobApplication.Involvement) throws {
    try xml.start("involved")
    try xml.attribute("person", involvement.person)
    try xml.attribute("role", word: involvement.role.rawValue)
    try xml.attribute("date", involvement.date)
    try xml.end("involved")
  }

  mutating func period(_ period: Period) throws {
    guard !period.isEmpty else { return }
    try xml.start("period")
    try xml.attribute("start", period.start)
    try xml.attribute("end", period.end)
    if period.endedAtUnknownDate { try xml.attribute("over", word: "true") }
    try xml.end("period")
  }

  mutating func endRecord(_ name: StaticString) throws {
    try xml.end(name)
    try xml.endLine()
    try xml.output.withBytes { try stream.write($0) }
    xml.output.removeAll()
  }
}
