import KithCore

/// How feedback stands in its row.
enum FeedbackRow {
  static let columns = """
    feedback.id, feedback.uuid, giver.uuid, application.uuid, feedback.theme, feedback.text, feedback.steps
    """
  static let source = """
    feedback CROSS JOIN entity AS giver ON giver.id = feedback.giver
    LEFT JOIN application ON application.id = feedback.application
    """

  static func read(from row: PreparedStatement) throws -> Feedback {
    Feedback(
      id: row.identifier(1), giver: row.identifier(2), application: row.optionalIdentifier(3),
      theme: row.optionalText(4), text: row.text(5), steps: try steps(row.textBytes(6)))
  }

  static func steps(_ json: UnsafeBufferPointer<UInt8>) throws -> [Feedback.Step] {
    var steps: [Feedback.Step] = []
    var reader = JSONReader(json)
    try reader.beginArray()
    while try reader.nextElement() {
      let parts = try reader.strings()
      guard parts.count >= 2, let kind = Feedback.Step.Kind(rawValue: parts[0]) else { continue }
      steps.append(Feedback.Step(kind, on: PartialDate(parts[1]), note: parts.count > 2 ? parts[2] : nil))
    }
    return steps
  }

  /// A JSON array of `[kind, date]`, the date empty where unknown, with the note behind where there is one.
  static func stepsText(_ steps: [Feedback.Step]) throws -> String {
    let sink = OutputSink.inMemory()
    var writer = JSONWriter(sink)
    try writer.beginArray()
    for step in steps {
      try writer.beginArray()
      try writer.string(step.kind.rawValue)
      try writer.string(step.date?.description ?? "")
      if let note = step.note { try writer.string(note) }
      try writer.endArray()
    }
    try writer.endArray()
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
