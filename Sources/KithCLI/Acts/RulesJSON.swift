import KithCore

/// The rules for programs.
struct RulesJSON {
  let rules: RejectionRules
  let file: String?

  func write(to output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.text("file", file)
    try json.list("weekend", rules.week.weekend.sorted().map { RejectionRules.weekdays[$0] })
    try json.list("interviews", rules.interviewStages)
    try json.key("rules")
    try json.beginArray()
    for occasion in RejectionRules.Occasion.all {
      for rule in rules[occasion] { try write(rule, on: occasion, to: &json) }
    }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }

  private func write(
    _ rule: RejectionRule, on occasion: RejectionRules.Occasion, to json: inout JSONWriter
  ) throws {
    try json.beginObject()
    try json.text("outcome", occasion.outcome.rawValue)
    try json.key("interview")
    try json.bool(occasion.hadInterview)
    try json.text("act", rule.act.rawValue)
    try json.list("roles", rule.roles.map(\.rawValue))
    try json.key("one")
    try json.bool(rule.isForOne)
    try json.list("except", rule.exceptions.map(\.rawValue))
    try json.text(rule.act == .keepInTouch ? "every" : "after", rule.delay.description)
    try json.endObject()
  }
}
