import KithCore
import KithMarkup

extension GraphWriter {
  mutating func introduction(_ introduction: Introduction) throws {
    try xml.start("introduction")
    try xml.attribute("id", introduction.id)
    try xml.attribute("connector", introduction.connector)
    try xml.attribute("person", introduction.person)
    if let application = introduction.application { try xml.attribute("application", application) }
    if !introduction.reason.isEmpty { try xml.element("reason", introduction.reason) }
    for step in introduction.steps {
      try xml.start("step")
      try xml.attribute("kind", word: step.kind.rawValue)
      if let side = step.by { try xml.attribute("by", word: side.rawValue) }
      try xml.attribute("date", step.date)
      try xml.element("note", step.note)
      try xml.end("step")
    }
    try endRecord("introduction")
  }
}
