import KithCore
import KithStore

/// Themes with their sources, for people and for programs.
enum LessonsOutput {
  static func writeTable(_ lessons: Lessons, _ terminal: Terminal, _ output: OutputSink) throws {
    var table = Table(
      ["THEME", "WHAT WAS SAID", "WHO", "WHERE", "WHEN", "WHAT BECAME OF IT"], terminal: terminal, output: output,
      wraps: true)
    for theme in lessons.themes {
      for (position, source) in theme.sources.enumerated() {
        let heading = position == 0 ? "\(theme.name ?? "(no theme)") (\(theme.sources.count))" : ""
        try table.add([
          heading, source.text, source.giver?.name ?? "the reason given", source.place,
          source.date?.description ?? "", source.fate,
        ])
      }
    }
    try table.finish()
  }

  static func writeJSON(_ lessons: Lessons, since: CivilDay?, _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.text("since", since?.description)
    try json.key("rejections")
    try json.number(lessons.rejections)
    try json.array("themes", lessons.themes) {
      try $1.text("theme", $0.name)
      try $1.array("sources", $0.sources) { try members(of: $0, to: &$1) }
    }
    try json.endObject()
    try json.endLine()
  }

  private static func members(of source: Lessons.Source, to json: inout JSONWriter) throws {
    try json.text("kind", source.kind.rawValue)
    try json.key("id")
    try json.identifier(source.id)
    try json.summary("giver", source.giver)
    try json.summary("company", source.company)
    try json.text("position", source.position)
    try json.text("stage", source.stage)
    try json.text("date", source.date?.description)
    try json.text("text", source.text)
    try json.array("steps", source.steps) {
      try $1.text("step", $0.kind.rawValue)
      try $1.text("date", $0.date?.description)
      try $1.text("note", $0.note)
    }
  }
}

extension Lessons.Source {
  /// "Analytical Engines, after onsite"
  fileprivate var place: String {
    guard let company else { return "" }
    return company.name + (stage.map { ", after \($0)" } ?? "")
  }

  /// What was done since it was said: "acted on 2026-11-20: two mock interviews; reported back 2026-11-22".
  fileprivate var fate: String {
    let since = steps.filter { $0.kind == .acted || $0.kind == .reportedBack }
    return since.map { step in
      step.kind.words + (step.date.map { " \($0)" } ?? "") + (step.note.map { ": \($0)" } ?? "")
    }.joined(separator: "; ")
  }
}
