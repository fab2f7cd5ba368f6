import KithCore
import KithMarkup

extension GraphWriter {
  mutating func followUp(_ followUp: FollowUp) throws {
    try xml.start("followUp")
    try xml.attribute("id", followUp.id)
    try xml.attribute("act", word: followUp.act.rawValue)
    try xml.attribute("entity", followUp.entity)
    if followUp.owedBy != .me { try xml.attribute("owedBy", word: followUp.owedBy.rawValue) }
    try xml.attribute("due", followUp.due?.date)
    if let application = followUp.application { try xml.attribute("application", application) }
    if let event = followUp.event { try xml.attribute("event", event) }
    if let interaction = followUp.interaction { try xml.attribute("interaction", interaction) }
    if !followUp.isOpen { try xml.attribute("state", word: followUp.state.word) }
    try xml.attribute("on", followUp.state.day?.date)
    try xml.attribute("created", followUp.created)
    if !followUp.what.isEmpty { try xml.element("what", followUp.what) }
    if !followUp.why.isEmpty { try xml.element("why", followUp.why) }
    try endRecord("followUp")
  }

  mutating func feedback(_ feedback: Feedback) throws {
    try xml.start("feedback")
    try xml.attribute("id", feedback.id)
    try xml.attribute("giver", feedback.giver)
    if let application = feedback.application { try xml.attribute("application", application) }
    try xml.element("theme", feedback.theme)
    if !feedback.text.isEmpty { try xml.element("text", feedback.text) }
    for step in feedback.steps {
      try xml.start("step")
      try xml.attribute("kind", word: step.kind.rawValue)
      try xml.attribute("date", step.date)
      try xml.element("note", step.note)
      try xml.end("step")
    }
    try endRecord("feedback")
  }

  mutating func keepInTouch(_ kept: KeepInTouch) throws {
    try xml.start("keepInTouch")
    try xml.attribute("entity", kept.entity)
    try xml.attribute("every", word: kept.every.description)
    try xml.attribute("since", kept.since.date)
    try xml.attribute("snoozedUntil", kept.snoozedUntil?.date)
    if kept.isIgnored { try xml.attribute("ignored", word: "true") }
    try endRecord("keepInTouch")
  }
}
