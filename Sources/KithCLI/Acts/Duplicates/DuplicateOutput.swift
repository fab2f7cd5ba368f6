import KithCore
import KithStore

/// Prints pairs of records that may be the same, and what hangs together.
struct DuplicateOutput {
  let format: OutputFormat

  func write(_ found: FoundDuplicates, to output: OutputSink) throws {
    switch format {
    case .table: try writeTable(found, output)
    case .json: try writeJSON(found, output)
    case .csv: try writeCSV(found, output)
    case .ids: for pair in found.pairs { try output.write("\(pair.one.id) \(pair.other.id)\n") }
    }
    try output.flush()
    guard format == .table else { return }
    if found.pairs.isEmpty { return try Descriptor.standardError.say("no two records look alike") }
    for group in found.groups { try Descriptor.standardError.say(DuplicateOutput.sentence(group)) }
  }

  /// "3 hang together: A, B and C; but A and C are not the same: other birthdays"
  static func sentence(_ group: FoundDuplicates.Group) -> String {
    let shown = group.members.prefix(10).map(named)
    let more = group.members.count > shown.count ? ["\(group.members.count - shown.count) more"] : []
    let against = group.contradictions.prefix(3).map {
      "\(named($0.one)) and \(named($0.other)) cannot be the same: \(words($0.reason))"
    }
    let rest = group.contradictions.count > 3 ? ["\(group.contradictions.count - 3) more that cannot"] : []
    return (["\(group.members.count) hang together: \((shown + more).joinedAsList)"] + against + rest)
      .joined(separator: "; ")
  }

  static func effort(_ found: FoundDuplicates) -> String {
    "compared \(found.compared) pairs in \(found.blocks) blocks, the largest of \(found.largestBlock); "
      + "\(found.skippedBlocks) blocks were too large"
  }

  private static func named(_ record: EntitySummary) -> String { "\(record.name) [\(record.id.short)]" }

  private static func words(_ reason: DuplicateReason) -> String {
    reason.phrase.hasPrefix("but ") ? String(reason.phrase.dropFirst(4)) : reason.phrase
  }

  private static func reasons(_ pair: FoundDuplicates.Pair) -> String {
    pair.reasons.map(\.phrase).joined(separator: ", ")
  }

  /// 100 is for what is certain.
  private static func percent(_ pair: FoundDuplicates.Pair) -> Int {
    pair.isCertain ? 100 : min(99, Int(pair.score * 100))
  }

  private func writeTable(_ found: FoundDuplicates, _ output: OutputSink) throws {
    var table = Table(
      ["SCORE", "ONE", "OTHER", "WHY"], terminal: Invocation.current.terminal, output: output, wraps: true)
    for pair in found.pairs {
      try table.add([
        String(DuplicateOutput.percent(pair)), DuplicateOutput.named(pair.one), DuplicateOutput.named(pair.other),
        DuplicateOutput.reasons(pair),
      ])
    }
    try table.finish()
  }

  private func writeCSV(_ found: FoundDuplicates, _ output: OutputSink) throws {
    try CSVLine.write(["score", "certain", "kind", "one", "id", "other", "otherid", "why"], to: output)
    for pair in found.pairs {
      try CSVLine.write(
        [
          String(DuplicateOutput.percent(pair)), pair.isCertain ? "yes" : "no", pair.one.kind.rawValue, pair.one.name,
          pair.one.id.description, pair.other.name, pair.other.id.description, DuplicateOutput.reasons(pair),
        ], to: output)
    }
  }

  private func writeJSON(_ found: FoundDuplicates, _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.array("pairs", found.pairs) { pair, json in
      try json.key("score")
      try json.number(DuplicateOutput.percent(pair))
      try json.key("certain")
      try json.bool(pair.isCertain)
      try json.summary("one", pair.one)
      try json.summary("other", pair.other)
      try json.list("why", pair.reasons.map(\.rawValue))
    }
    try json.array("groups", found.groups) { group, json in
      try json.array("members", group.members) { member, json in
        try json.text("id", member.id.description)
        try json.text("kind", member.kind.rawValue)
        try json.text("name", member.name)
      }
      try json.array("contradictions", group.contradictions) { contradiction, json in
        try json.summary("one", contradiction.one)
        try json.summary("other", contradiction.other)
        try json.text("why", contradiction.reason.rawValue)
      }
    }
    try json.endObject()
    try json.endLine()
  }
}
