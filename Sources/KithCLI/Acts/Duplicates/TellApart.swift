import KithCore
import KithStore

/// Says that records which look alike are not the same.
struct TellApart {
  let references: [String]

  func perform(_ editor: StoreEditor) throws -> String {
    let resolver = Resolver(graph: editor.graph)
    let records = try references.map { try resolver.one($0, .person, .company, .organization) }
    guard Set(records.map(\.id)).count == records.count else {
      throw CommandError(
        "the same record is named twice", hint: "kith dupes shows the ids that tell them apart", code: .usage)
    }
    var isNew = false
    for (position, one) in records.enumerated() {
      for other in records.dropFirst(position + 1) { isNew = try tell(one, other, editor) || isNew }
    }
    let names = records.map { "\($0.name) [\($0.id.short)]" }.joinedAsList
    return "\(isNew ? "told" : "told already"): \(names) are not the same"
  }

  private func tell(_ one: EntitySummary, _ other: EntitySummary, _ editor: StoreEditor) throws -> Bool {
    guard (one.kind == .person) == (other.kind == .person) else { throw StoreError.cannotMerge(one.kind, other.kind) }
    let known = try editor.graph.relations(touching: [one.id], of: [.differentFrom]).contains {
      $0.subject == other.id || $0.object == other.id
    }
    if known { return false }
    return try editor.insert(Relation(one.id, .differentFrom, other.id))
  }
}
