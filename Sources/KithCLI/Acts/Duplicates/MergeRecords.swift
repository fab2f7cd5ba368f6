import KithCore
import KithStore

/// Makes one record of several; the first goes on.
struct MergeRecords {
  let references: [String]

  func perform(_ write: WriteOptions) throws {
    var reports: [MergeReport] = []
    try write.perform("merge") { editor in
      reports = try merge(editor)
      if write.dryRun { for report in reports { try MergeTable(report: report).write() } }
      return MergeRecords.line(reports)
    }
  }

  func merge(_ editor: StoreEditor) throws -> [MergeReport] {
    let records = try records(in: editor.graph)
    return try records.dropFirst().map { try editor.merge($0.id, into: records[0].id) }
  }

  /// What is to be said yes to where people have neither a name nor an address in common; nil where they have.
  func doubt(in graph: StoredGraph) throws -> String? {
    let records = try records(in: graph)
    guard let survivor = try records.first.flatMap({ try graph.entity($0.id) }), survivor.kind == .person else {
      return nil
    }
    let strangers = try records.dropFirst().filter { record in
      guard let other = try graph.entity(record.id), other.kind == .person else { return false }
      return !MergeRecords.haveSomethingInCommon(survivor, other)
    }
    if strangers.isEmpty { return nil }
    return "merge \(strangers.map(\.name).joinedAsList) into \(survivor.name), whose names and addresses differ"
  }

  private static func haveSomethingInCommon(_ left: Entity, _ right: Entity) -> Bool {
    let names = [left.name] + left.nicknames
    if names.contains(where: { name in ([right.name] + right.nicknames).contains { isAlike(name, $0) } }) {
      return true
    }
    let addresses = Set(left.emails.map { SearchKey.email($0.address) })
    if right.emails.contains(where: { addresses.contains(SearchKey.email($0.address)) }) { return true }
    let numbers = Set(left.phones.compactMap { SearchKey.phone($0.number) })
    return right.phones.contains { SearchKey.phone($0.number).map(numbers.contains) ?? false }
  }

  /// A word in common, or nearly; or one name that may be a lesser spelling of the other.
  private static func isAlike(_ left: String, _ right: String) -> Bool {
    if NameMatch.agrees(left, right) { return true }
    let known = SearchKey.words(right).filter { $0.count > 2 }
    return SearchKey.words(left).contains { word in
      word.count > 2 && known.contains { EditDistance.between(word, $0, atMost: word.count > 5 ? 2 : 1) != nil }
    }
  }

  private func records(in graph: StoredGraph) throws -> [EntitySummary] {
    let resolver = Resolver(graph: graph)
    let records = try references.map { try resolver.one($0, among: Set(Entity.Kind.allCases)) }
    guard Set(records.map(\.id)).count == records.count else {
      throw CommandError(
        "the same record is named twice", hint: "kith dupes shows the ids that tell them apart", code: .usage)
    }
    return records
  }

  /// "merged A. Lovelace into Ada Lovelace: 3 relations and 1 interaction moved"
  static func line(_ reports: [MergeReport]) -> String {
    guard let survivor = reports.first?.survivor else { return "nothing to merge" }
    let names = reports.map { "\($0.other.name) [\($0.other.id.short)]" }
    let details = reports.map(details).filter { !$0.isEmpty }
    return "merged \(names.joinedAsList) into \(survivor.name) [\(survivor.id.short)]"
      + (details.isEmpty ? "" : ": " + details.joined(separator: "; "))
  }

  private static func details(_ report: MergeReport) -> String {
    let moved = report.moved.map { $0.what.phrase($0.count) }
    let doubles = report.doubles.map { $0.what.phrase($0.count) }
    var parts: [String] = []
    if !moved.isEmpty { parts.append("\(moved.joinedAsList) moved") }
    if !doubles.isEmpty { parts.append("\(doubles.joinedAsList) known already") }
    if !report.displaced.isEmpty { parts.append("kept beside: other \(report.displaced.joined(separator: ", "))") }
    return (parts + report.remarks).joined(separator: "; ")
  }
}
