import KithCore
import KithStore

/// Briefs for programs.
enum BriefJSON {
  static func write(_ briefs: [Brief], to output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("briefs", briefs) { try members(of: $0, to: &$1) }
    try json.endObject()
    try json.endLine()
  }

  private static func members(of brief: Brief, to json: inout JSONWriter) throws {
    try json.members(of: brief.details.entity.summary)
    try json.text("employment", brief.employment)
    try json.text("met", FirstMeeting(brief.details).phrase)
    try json.list("ties", brief.parts)
    try json.list("introductions", brief.details.introductions.reversed().map(brief.details.words))
    if brief.details.entity.doNotAsk {
      try json.key("doNotAsk")
      try json.bool(true)
    }
    try json.array("contacts", Array(brief.lastTouches)) {
      try $1.text("date", $0.date.description)
      try $1.text("channel", $0.channel)
      try $1.text("summary", $0.summary)
    }
    try json.array("youOwe", brief.mine) { try act($0, to: &$1) }
    try json.array("theyOwe", brief.theirs) { try act($0, to: &$1) }
    try json.text("every", brief.keepInTouch?.every.description)
    try json.text("nextTouch", brief.keepInTouch?.due?.description)
    try json.array("bothKnow", brief.people) { try $1.members(of: $0) }
    try json.array("shared", brief.places) { try $1.members(of: $0) }
    try json.list("notes", brief.details.entity.notes)
  }

  private static func act(_ act: OpenAct, to json: inout JSONWriter) throws {
    try json.key("id")
    try json.identifier(act.id)
    try json.text("act", act.facts.act.rawValue)
    try json.text("what", act.followUp?.what.nonEmpty)
    try json.text("why", act.followUp?.why.nonEmpty)
    try json.text("due", act.facts.due?.description)
  }
}
