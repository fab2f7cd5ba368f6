import KithCore

/// How an introduction stands in its row.
enum IntroductionRow {
  static let columns = """
    introduction.id, introduction.uuid, connector.uuid, person.uuid, application.uuid, introduction.reason,
    introduction.steps
    """
  static let source = """
    introduction CROSS JOIN entity AS connector ON connector.id = introduction.connector
    CROSS JOIN entity AS person ON person.id = introduction.person
    LEFT JOIN application ON application.id = introduction.application
    """

  static func read(from row: PreparedStatement) throws -> Introduction {
    Introduction(
      id: row.identifier(1), connector: row.identifier(2), person: row.identifier(3),
      application: row.optionalIdentifier(4), reason: row.text(5), steps: try steps(row.textBytes(6)))
  }

  static func steps(_ json: UnsafeBufferPointer<UInt8>) throws -> [Introduction.Step] {
    var steps: [Introduction.Step] = []
    var reader = JSONReader(json)
    try reader.beginArray()
    while try reader.nextElement() {
      let parts = try reader.strings()
      guard parts.count >= 3, let kind = Introduction.Step.Kind(rawValue: parts[0]) else { continue }
      steps.append(
        Introduction.Step(
          kind, by: Introduction.Side(rawValue: parts[1]), on: PartialDate(parts[2]),
          note: parts.count > 3 ? parts[3] : nil))
    }
    return steps
  }

  /// A JSON array of `[kind, by, date]`, side and date empty where there is none, with the note behind where there is one.
  static func stepsText(_ steps: [Introduction.Step]) throws -> String {
    let sink = OutputSink.inMemory()
    var writer = JSONWriter(sink)
    try writer.beginArray()
    for step in steps {
      try writer.beginArray()
      try writer.string(step.kind.rawValue)
      try writer.string(step.by?.rawValue ?? "")
      try writer.string(step.date?.description ?? "")
      if let note = step.note { try writer.string(note) }
      try writer.endArray()
    }
    try writer.endArray()
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
