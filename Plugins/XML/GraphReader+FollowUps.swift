import KithCore
import KithMarkup

extension GraphReader {
  func followUp() throws -> FollowUp {
    var (id, entity): (Identifier?, Identifier?)
    var act: FollowUp.Act?
    var (word, closed): (String, CivilDay?) = ("open", nil)
    var followUp = FollowUp(
      id: Identifier(high: 0, low: 0), .followUp, Identifier(high: 0, low: 0), created: context.now)
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "act": act = try self.word("act", value)
      case "entity": entity = identifier(value)
      case "owedBy": followUp.owedBy = try self.word("party", value)
      case "due": followUp.due = try day(value)
      case "application": followUp.application = identifier(value)
      case "event": followUp.event = identifier(value)
      case "interaction": followUp.interaction = identifier(value)
      case "state": word = shown(value)
      case "on": closed = try day(value)
      case "created": followUp.created = try timestamp(value)
      default: return false
      }
      return true
    }
    followUp.id = try required(id, "id")
    followUp.act = try required(act, "act")
    followUp.entity = try required(entity, "entity")
    followUp.state = try state(word, on: closed)
    try xml.children { name in
      switch name {
      case "what": followUp.what = try xml.string()
      case "why": followUp.why = try xml.string()
      default: passOver()
      }
    }
    return followUp
  }

  private func state(_ word: String, on day: CivilDay?) throws -> FollowUp.State {
    guard let state = FollowUp.State(word, on: day) else {
      throw RecordError("state '\(word)' is not open, or done or skipped with the day 'on'")
    }
    return state
  }

  func feedback() throws -> Feedback {
    var (id, giver, application): (Identifier?, Identifier?, Identifier?)
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "giver": giver = identifier(value)
      case "application": application = identifier(value)
      default: return false
      }
      return true
    }
    var feedback = Feedback(
      id: try required(id, "id"), giver: try required(giver, "giver"), application: application)
    try xml.children { name in
      switch name {
      case "theme": feedback.theme = try xml.string()
      case "text": feedback.text = try xml.string()
      case "step": feedback.steps.append(try step())
      default: passOver()
      }
    }
    return feedback
  }

  private func step() throws -> Feedback.Step {
    var (kind, day): (Feedback.Step.Kind?, PartialDate?)
    try xml.attributes { name, value in
      switch name {
      case "kind": kind = try word("step", value)
      case "date": day = try date(value)
      default: return false
      }
      return true
    }
    var step = Feedback.Step(try required(kind, "kind"), on: day)
    try xml.children { name in
      if "note" ~= name { step.note = try xml.string() } else { passOver() }
    }
    return step
  }

  func keepInTouch() throws -> KeepInTouch {
    var (entity, every, since): (Identifier?, Interval?, CivilDay?)
    var (snoozedUntil, isIgnored): (CivilDay?, Bool) = (nil, false)
    try xml.attributes { name, value in
      switch name {
      case "entity": entity = identifier(value)
      case "every": every = try interval(value)
      case "since": since = try day(value)
      case "snoozedUntil": snoozedUntil = try day(value)
      case "ignored": isIgnored = try flag(value)
      default: return false
      }
      return true
    }
    return KeepInTouch(
      try required(entity, "entity"), every: try required(every, "every"), since: try required(since, "since"),
      snoozedUntil: snoozedUntil, isIgnored: isIgnored)
  }

  private func interval(_ value: UnsafeBufferPointer<UInt8>) throws -> Interval {
    guard let interval = Interval(String(decoding: value, as: UTF8.self)) else {
      throw RecordError("'\(shown(value))' is no interval such as 6w")
    }
    return interval
  }
}
