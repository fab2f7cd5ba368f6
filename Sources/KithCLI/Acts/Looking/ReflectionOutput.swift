import KithCore

/// Counts for people and for programs. Rejections are named only if asked for.
struct ReflectionOutput {
  let reflection: Reflection
  let showsRejections: Bool

  private var counts: [(key: StaticString, words: String, count: Int)] {
    [
      ("notesSent", "thank-you notes sent", reflection.notesSent),
      ("newsTold", "people told the news", reflection.newsTold),
      ("peopleHelped", "people helped, by promises kept", reflection.peopleHelped),
      ("introductionsMade", "introductions made", reflection.introductionsMade),
      ("peopleMet", "people met", reflection.peopleMet),
      ("feedbackAsked", "feedback asked for", reflection.feedbackAsked),
      ("feedbackReceived", "feedback received", reflection.feedbackReceived),
      ("feedbackActedOn", "feedback acted on", reflection.feedbackActedOn),
      ("reportedBack", "reported back to the giver", reflection.reportedBack),
      ("peopleStillInTouch", "people of past applications still in touch", reflection.peopleStillInTouch),
    ]
  }

  /// Numbers in a column; on a terminal with a bar beside each, and the weeks as a line of bars.
  func writeTable(_ terminal: Terminal, _ output: OutputSink) throws {
    let digits = counts.map { String($0.count).utf8.count }.max() ?? 1
    let widest = counts.map { DisplayWidth.of($0.words) }.max() ?? 0
    let most = counts.map(\.count).max() ?? 0
    let room = min(30, (terminal.width ?? 0) - widest - digits - 4)
    try output.write("since \(reflection.since)\n")
    for (_, words, count) in counts {
      let number = String(repeating: " ", count: digits - String(count).utf8.count) + String(count)
      let bar = room > 0 && count > 0 ? String(repeating: "█", count: max(1, count * room / most)) : ""
      let line = bar.isEmpty ? "\(number)  \(words)" : "\(number)  \(DisplayWidth.pad(words, to: widest + 2))\(bar)"
      try output.write(line + "\n")
    }
    try output.write("weeks in a row with at least one act: \(reflection.weeks.inARow)\n")
    if let width = terminal.width, !reflection.weeks.sparkline.isEmpty {
      try output.write("acts a week  \(reflection.weeks.sparkline.suffix(max(1, width - 13)))\n")
    }
    if showsRejections { try writeRejections(terminal, output) }
  }

  private func writeRejections(_ terminal: Terminal, _ output: OutputSink) throws {
    guard !reflection.processes.isEmpty else { return }
    try output.write("\n")
    var table = Table(
      ["COMPANY", "POSITION", "DATE", "PEOPLE", "STILL IN TOUCH"], terminal: terminal, output: output)
    for process in reflection.processes {
      try table.add([
        process.company?.name ?? "?", process.application.position,
        process.application.outcome?.date?.description ?? "", String(process.people),
        String(process.stillInTouch.count),
      ])
    }
    try table.finish()
  }

  func writeJSON(_ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.text("since", reflection.since.description)
    for (key, _, count) in counts {
      try json.key(key)
      try json.number(count)
    }
    try json.key("weeksInARow")
    try json.number(reflection.weeks.inARow)
    try json.key("actsByWeek")
    try json.beginArray()
    for count in reflection.weeks.counts { try json.number(count) }
    try json.endArray()
    if showsRejections { try json.array("rejections", reflection.processes) { try members(of: $0, to: &$1) } }
    try json.endObject()
    try json.endLine()
  }

  private func members(of process: Reflection.Process, to json: inout JSONWriter) throws {
    try json.key("id")
    try json.identifier(process.application.id)
    try json.summary("company", process.company)
    try json.text("position", process.application.position)
    try json.text("date", process.application.outcome?.date?.description)
    try json.key("people")
    try json.number(process.people)
    try json.key("stillInTouch")
    try json.number(process.stillInTouch.count)
  }
}
