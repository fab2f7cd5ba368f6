import KithCore

extension RecordReader {
  mutating func followUp() throws -> FollowUp {
    var id: Identifier?
    var act: FollowUp.Act?
    var entity: Identifier?
    var (word, day): (String, CivilDay?) = ("open", nil)
    var followUp = FollowUp(id: Identifier(high: 0, low: 0), .followUp, Identifier(high: 0, low: 0), created: now)
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "act": act = try named("act") { .init(rawValue: $0) }
      case "entity": entity = try json.identifier()
      case "owedBy": followUp.owedBy = try named("party") { .init(rawValue: $0) }
      case "due": followUp.due = try json.civilDay()
      case "what": followUp.what = try json.string()
      case "why": followUp.why = try json.string()
      case "application": followUp.application = try json.identifier()
      case "event": followUp.event = try json.identifier()
      case "interaction": followUp.interaction = try json.identifier()
      case "state": word = try json.string()
      case "on": day = try json.civilDay()
      case "created": followUp.created = try json.timestamp()
      default: try passOver(key)
      }
    }
    followUp.act = try complete(act, "act")
    followUp.entity = try complete(entity, "entity")
    followUp.state = try state(word, on: day)
    followUp.id = id ?? identifierOfLine()
    return followUp
  }

  private func state(_ word: String, on day: CivilDay?) throws -> FollowUp.State {
    guard let state = FollowUp.State(word, on: day) else {
      throw RecordError.bad("state '\(RecordReader.shown(word))' is not open, or done or skipped with the day 'on'")
    }
    return state
  }

  mutating func feedback() throws -> Feedback {
    var id: Identifier?
    var giver: Identifier?
    var feedback = Feedback(id: Identifier(high: 0, low: 0), giver: Identifier(high: 0, low: 0))
    while let key = try nextMember() {
      switch key {
      case "id": id = try json.identifier()
      case "giver": giver = try json.identifier()
      case "application": feedback.application = try json.identifier()
      case "theme": feedback.theme = try json.string()
      case "text": feedback.text = try json.string()
      case "steps": feedback.steps = try elements { try $0.step() }
      default: try passOver(key)
      }
    }
    feedback.giver = try complete(giver, "giver")
    feedback.id = id ?? identifierOfLine()
    return feedback
  }

  private mutating func step() throws -> Feedback.Step {
    var kind: Feedback.Step.Kind?
    var (date, note): (PartialDate?, String?)
    try json.beginObject()
    while let key = try nextMember() {
      switch key {
      case "kind": kind = try named("step") { .init(rawValue: $0) }
      case "date": date = try json.partialDate()
      case "note": note = try json.string()
      default: try json.skipUnknown()
      }
    }
    guard let kind else { throw RecordError.bad("a step without a 'kind'") }
    return Feedback.Step(kind, on: date, note: note)
  }

  mutating func keepInTouch() throws -> KeepInTouch {
    var (entity, every, since): (Identifier?, Interval?, CivilDay?)
    var (snoozedUntil, isIgnored): (CivilDay?, Bool) = (nil, false)
    while let key = try nextMember() {
      switch key {
      case "entity": entity = try json.identifier()
      case "every": every = try named("interval") { Interval($0) }
      case "since": since = try json.civilDay()
      case "snoozedUntil": snoozedUntil = try json.civilDay()
      case "ignored": isIgnored = try json.bool()
      default: try passOver(key)
      }
    }
    return KeepInTouch(
      try complete(entity, "entity"), every: try complete(every, "every"), since: try complete(since, "since"),
      snoozedUntil: snoozedUntil, isIgnored: isIgnored)
  }
}
