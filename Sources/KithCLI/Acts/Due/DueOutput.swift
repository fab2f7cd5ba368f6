import KithCore
import KithStore

/// Things to do for people and for programs.
struct DueOutput {
  let today: CivilDay
  /// Whether the arithmetic of the ranking is shown.
  var showsArithmetic = false
  /// Whether it is said that something came of a no.
  var namesRejections = false
  /// For a plan: how long each takes.
  var minutes: ActMinutes?

  // MARK: A table

  func writeTable(_ acts: [OpenAct], _ terminal: Terminal, _ output: OutputSink) throws {
    let headings =
      ["DUE", "WHAT"] + (minutes == nil ? [] : ["MINUTES"]) + (showsArithmetic ? ["POINTS", "WHY"] : []) + ["ID"]
    var table = Table(headings, terminal: terminal, output: output, wraps: true)
    for act in acts {
      var cells = [act.when(today), act.sentence + aside(act)]
      if let minutes { cells.append("\(minutes.of(act.facts.act, owedBy: act.facts.owedBy))") }
      if showsArithmetic { cells += ["\(act.rank.points)", DueOutput.arithmetic(act)] }
      try table.add(cells + [act.id.short])
    }
    try table.finish()
  }

  /// Why it is to be done, in parentheses. What came of a no keeps that to itself unless it is asked.
  private func aside(_ act: OpenAct) -> String { why(act).map { " (\($0))" } ?? "" }

  private func why(_ act: OpenAct) -> String? {
    guard let why = act.followUp?.why, !why.isEmpty, namesRejections || !act.isOfRejection else { return nil }
    return why
  }

  /// "33 for 14 days late of 21 + 20 keep in touch + 50 interviewed me + 40 open promise; 35 days since the last touch"
  static func arithmetic(_ act: OpenAct) -> String {
    let rank = act.rank
    var terms: [String] = []
    if rank.daysLate > 0 { terms.append("\(rank.lateness) for \(OpenAct.days(rank.daysLate)) late of \(rank.span)") }
    terms.append("\(rank.act) \(act.facts.owedBy == .them ? "owed to you" : ActWords.phrase(act.facts.act))")
    if let tie = act.facts.tie { terms.append("\(rank.tie) \(tie.phrase)") }
    if act.facts.hasOpenPromise { terms.append("\(rank.promise) open promise") }
    let since = rank.daysSince.map { "; \(OpenAct.days($0)) since the last touch" } ?? ""
    return terms.joined(separator: " + ") + since
  }

  // MARK: JSON

  func writeJSON(_ acts: [OpenAct], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("due", acts) { try members(of: $0, to: &$1) }
    try json.endObject()
    try json.endLine()
  }

  private func members(of act: OpenAct, to json: inout JSONWriter) throws {
    try json.key("id")
    try json.identifier(act.id)
    try json.text("record", act.followUp == nil ? "keepInTouch" : "followUp")
    try json.text("act", act.facts.act.rawValue)
    try json.text("owedBy", act.facts.owedBy.rawValue)
    try json.summary("with", act.entity)
    try json.text("due", act.facts.due?.description)
    try json.number("daysLate", act.rank.daysLate)
    try json.text("what", act.followUp?.what.nonEmpty)
    try json.text("why", why(act))
    try json.text("every", act.keepInTouch?.every.description)
    try json.text("since", act.keepInTouch?.since.description)
    try json.number("minutes", minutes?.of(act.facts.act, owedBy: act.facts.owedBy))
    try json.number("points", act.rank.points)
    if showsArithmetic { try arithmetic(act, to: &json) }
  }

  private func arithmetic(_ act: OpenAct, to json: inout JSONWriter) throws {
    let rank = act.rank
    try json.key("ranking")
    try json.beginObject()
    try json.number("interval", rank.span)
    try json.number("daysSince", rank.daysSince)
    try json.number("lateness", rank.lateness)
    try json.number("act", rank.act)
    try json.text("tie", act.facts.tie?.rawValue)
    try json.number("tiePoints", rank.tie)
    try json.number("promise", rank.promise)
    try json.endObject()
  }
}

extension String {
  /// Nil for an empty one, which a program need not be told.
  var nonEmpty: String? { isEmpty ? nil : self }
}
