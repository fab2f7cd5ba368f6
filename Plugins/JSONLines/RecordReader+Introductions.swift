import KithCore

extension RecordReader {
  mutating func introduction() throws -> Introduction {
    var (id, connector, person): (Identifier?, Identifier?, Identifier?)
    let blank = Identifier(high: 0, low: 0)
    var introduction = Introduction(id: blank, connector: blank, person: blank)
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "connector": connector = try json.identifier()
      case "person": person = try json.identifier()
      case "application": introduction.application = try json.identifier()
      case "reason": introduction.reason = try json.string()
      case "steps": introduction.steps = try elements { try $0.introductionStep() }
      default: try passOver(key)
      }
    }
    introduction.connector = try complete(connector, "connector")
    introduction.person = try complete(person, "person")
    introduction.id = id ?? identifierOfLine()
    return introduction
  }

  private mutating func introductionStep() throws -> Introduction.Step {
    var kind: Introduction.Step.Kind?
    var (side, date, note): (Introduction.Side?, PartialDate?, String?)
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "kind": kind = try named("step") { .init(rawValue: $0) }
      case "by": side = try named("side") { Introduction.Side(rawValue: $0) } as Introduction.Side
      case "date": date = try json.partialDate()
      case "note": note = try json.string()
      default: try json.skipUnknown()
      }
    }
    guard let kind else { throw RecordError.bad("a step without a 'kind'") }
    return Introduction.Step(kind, by: side, on: date, note: note)
  }
}
