import KithCore

extension RecordWriter {
  mutating func followUp(_ followUp: FollowUp) throws {
    try begin("followUp")
    try identifier("id", followUp.id)
    try json.text("act", followUp.act.rawValue)
    try identifier("entity", followUp.entity)
    if followUp.owedBy != .me { try json.text("owedBy", followUp.owedBy.rawValue) }
    try json.date("due", followUp.due?.date)
    if !followUp.what.isEmpty { try json.text("what", followUp.what) }
    if !followUp.why.isEmpty { try json.text("why", followUp.why) }
    if let application = followUp.application { try identifier("application", application) }
    if let event = followUp.event { try identifier("event", event) }
    if let interaction = followUp.interaction { try identifier("interaction", interaction) }
    if !followUp.isOpen { try json.text("state", followUp.state.word) }
    try json.date("on", followUp.state.day?.date)
    try json.key("created")
    try json.timestamp(followUp.created)
    try end()
  }

  mutating func feedback(_ feedback: Feedback) throws {
    try begin("feedback")
    try identifier("id", feedback.id)
    try identifier("giver", feedback.giver)
    if let application = feedback.application { try identifier("application", application) }
    try json.text("theme", feedback.theme)
    if !feedback.text.isEmpty { try json.text("text", feedback.text) }
    try objects("steps", feedback.steps) { writer, step in
      try writer.json.text("kind", step.kind.rawValue)
      try writer.json.date("date", step.date)
      try writer.json.text("note", step.note)
    }
    try end()
  }

  mutating func keepInTouch(_ kept: KeepInTouch) throws {
    try begin("keepInTouch")
    try identifier("entity", kept.entity)
    try json.text("every", kept.every.description)
    try json.date("since", kept.since.date)
    try json.date("snoozedUntil", kept.snoozedUntil?.date)
    if kept.isIgnored {
      try json.key("ignored")
      try json.bool(true)
    }
    try end()
  }
}
