import KithCore

extension RecordReader {
  mutating func application() throws -> JobApplication {
    var id: Identifier?
    var company: Identifier?
    var application = JobApplication(
      id: Identifier(high: 0, low: 0), company: Identifier(high: 0, low: 0), position: "")
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "company": company = try json.identifier()
      case "position": application.position = try json.string()
      case "stages": application.stages = try elements { try $0.stage() }
      case "outcome": application.outcome = try outcome()
      case "involved": application.involved = try elements { try $0.involvement() }
      case "url": application.url = try json.string()
      case "note": application.note = try json.string()
      default: try passOver(key)
      }
    }
    application.company = try complete(company, "company")
    application.id = id ?? identifierOfLine()
    return application
  }

  mutating func elements<Value>(_ read: (inout RecordReader) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try json.beginArray()
    while try json.nextElement() { values.append(try read(&self)) }
    return values
  }

  private mutating func stage() throws -> JobApplication.Stage {
    var stage = JobApplication.Stage("")
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "name": stage.name = try json.string()
      case "date": stage.date = try json.partialDate()
      default: try json.skipUnknown()
      }
    }
    return stage
  }

  private mutating func outcome() throws -> JobApplication.Outcome {
    var outcome = JobApplication.Outcome(.rejected)
    var kind: JobApplication.Outcome.Kind?
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "kind": kind = try named("outcome") { .init(rawValue: $0) }
      case "date": outcome.date = try json.partialDate()
      case "stage": outcome.stage = try json.string()
      case "reason": outcome.reason = try json.string()
      default: try json.skipUnknown()
      }
    }
    guard let kind else { throw RecordError.bad("an outcome without a 'kind'") }
    outcome.kind = kind
    return outcome
  }

  private mutating func involvement() throws -> JobApplication.Involvement {
    var person: Identifier?
    var role: JobApplication.Involvement.Role?
    var date: PartialDate?
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "person": person = try json.identifier()
      case "role": role = try named("role") { .init(rawValue: $0) }
      case "date": date = try json.partialDate()
      default: try json.skipUnknown()
      }
    }
    guard let person, let role else { throw RecordError.bad("somebody involved without 'person' or 'role'") }
    return JobApplication.Involvement(person, as: role, on: date)
  }

  mutating func named<Value>(_ what: StaticString, _ make: (String) -> Value?) throws -> Value {
    let name = try json.string()
    guard let value = make(name) else { throw RecordError.bad("\(what) '\(RecordReader.shown(name))' is not known") }
    return value
  }
}
