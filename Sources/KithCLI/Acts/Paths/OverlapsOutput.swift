import KithCore
import KithStore

/// Suggestions of whom somebody may know, for people and for programs.
struct OverlapsOutput {
  let person: EntitySummary
  let isMe: Bool
  let found: OverlapSuggestions

  func write(_ format: OutputFormat, to output: OutputSink) throws {
    switch format {
    case .table: try writeTable(output)
    case .json: try writeJSON(output)
    case .csv:
      try CSVLine.write(["person", "shared", "proof", "id"], to: output)
      for suggestion in found.suggestions {
        try CSVLine.write(cells(suggestion, id: suggestion.person.id.description), to: output)
      }
    case .ids: for suggestion in found.suggestions { try output.write(suggestion.person.id.description + "\n") }
    }
    try output.flush()
  }

  private func writeTable(_ output: OutputSink) throws {
    var table = Table(
      ["PERSON", "SHARED", "PROOF", "ID"], terminal: Invocation.current.terminal, output: output, wraps: true)
    for suggestion in found.suggestions { try table.add(cells(suggestion, id: suggestion.person.id.short)) }
    try table.finish()
  }

  private func cells(_ suggestion: OverlapSuggestions.Suggestion, id: String) -> [String] {
    [
      suggestion.person.name, suggestion.overlaps.map { OverlapWords.phrase($0) }.joined(separator: "; "),
      suggestion.overlaps.map { proof($0, suggestion.person) }.joined(separator: "; "), id,
    ]
  }

  /// "you: Engineer, 2018 to 2021; Grace Hopper: CTO, since 2019"
  private func proof(_ overlap: Overlap, _ other: EntitySummary) -> String {
    let names = [isMe ? PathOutput.you : person.name, other.name]
    return zip(names, overlap.proof).map { "\($0): \(OverlapWords.proof($1))" }.joined(separator: ", ")
  }

  private func writeJSON(_ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.summary("person", person)
    try json.array("suggestions", found.suggestions) { suggestion, json in
      try json.summary("person", suggestion.person)
      try json.array("overlaps", suggestion.overlaps) { try members(of: $0, to: &$1) }
    }
    try json.key("more")
    try json.number(found.others)
    try json.array("crowded", found.crowded) { try $1.members(of: $0) }
    try json.endObject()
    try json.endLine()
  }

  private func members(of overlap: Overlap, to json: inout JSONWriter) throws {
    try json.text("kind", overlap.kind.rawValue)
    try json.summary("place", overlap.place)
    try json.text("phrase", OverlapWords.phrase(overlap))
    try json.period(overlap.period)
    try json.array("proof", overlap.proof) {
      try $1.text("type", $0.type.rawValue)
      try $1.text("title", $0.title)
      try $1.period($0.period)
    }
  }
}
