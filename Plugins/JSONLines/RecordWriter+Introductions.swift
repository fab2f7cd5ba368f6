import KithCore

extension RecordWriter {
  mutating func introduction(_ introduction: Introduction) throws {
    try begin("introduction")
    try identifier("id", introduction.id)
    try identifier("connector", introduction.connector)
    try identifier("person", introduction.person)
    if let application = introduction.application { try identifier("application", application) }
    if !introduction.reason.isEmpty { try json.text("reason", introduction.reason) }
    try objects("steps", introduction.steps) { writer, step in
      try writer.json.text("kind", step.kind.rawValue)
      try writer.json.text("by", step.by?.rawValue)
      try writer.json.date("date", step.date)
      try writer.json.text("note", step.note)
    }
    try end()
  }
}
