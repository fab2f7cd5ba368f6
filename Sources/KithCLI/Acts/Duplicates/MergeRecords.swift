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
    let resolver = Resolver(graph: editor.graph)
    let records = try references.map { try resolver.one($0, among: Set(Entity.Kind.allCases)) }
    guard Set(records.map(\.id)).count == records.count, let survivor = records.first else {
      throw CommandError(
        "the same record is named twice", hint: "kith dupes shows the ids that tell them apart", code: .usage)
    }
    return try records.dropFirst().map { try editor.merge($0.id, into: survivor.id) }
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
