import KithCore

/// How an application stands in its row; the people involved are rows of their own.
enum ApplicationRow {
  static let columns = """
    application.id, application.uuid, company.uuid, application.position, application.stages, application.outcome,
    application.outcomeDate, application.outcomeStage, application.reason, application.url, application.note
    """
  static let source = "application JOIN entity AS company ON company.id = application.company"

  static func read(from row: PreparedStatement) throws -> JobApplication {
    JobApplication(
      id: row.identifier(1), company: row.identifier(2), position: row.text(3), stages: try stages(row.textBytes(4)),
      outcome: outcome(row), url: row.optionalText(9), note: row.optionalText(10))
  }

  private static func outcome(_ row: PreparedStatement) -> JobApplication.Outcome? {
    row.optionalText(5).flatMap(JobApplication.Outcome.Kind.init(rawValue:)).map {
      JobApplication.Outcome($0, on: row.date(6), stage: row.optionalText(7), reason: row.optionalText(8))
    }
  }

  private static func stages(_ json: UnsafeBufferPointer<UInt8>) throws -> [JobApplication.Stage] {
    var stages: [JobApplication.Stage] = []
    var reader = JSONReader(json)
    try reader.beginArray()
    while try reader.nextElement() {
      let pair = try reader.strings()
      if let name = pair.first { stages.append(JobApplication.Stage(name, on: pair.last.flatMap { PartialDate($0) })) }
    }
    return stages
  }

  /// A JSON array of `[name, date]`, the date empty where unknown.
  static func stagesText(_ stages: [JobApplication.Stage]) throws -> String {
    let sink = OutputSink.inMemory()
    var writer = JSONWriter(sink)
    try writer.beginArray()
    for stage in stages {
      try writer.beginArray()
      try writer.string(stage.name)
      try writer.string(stage.date?.description ?? "")
      try writer.endArray()
    }
    try writer.endArray()
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
