import KithCore
import KithStore

/// A record about to be removed, and what goes with it.
struct RecordRemoval {
  let target: EntitySummary
  let relations: Int
  /// Those that nobody else took part in.
  let interactions: Int
  /// Those that are kept, without this record.
  let shared: Int
  let applications: Int

  /// - Throws: ``StoreError/stillInUse`` for a company to which applications were made.
  init(_ reference: String, _ kind: Entity.Kind, in graph: StoredGraph) throws {
    try self.init(try Resolver(graph: graph).one(reference, kind), in: graph)
  }

  /// - Throws: ``StoreError/stillInUse`` for a company to which applications were made.
  init(_ target: EntitySummary, in graph: StoredGraph) throws {
    if try !graph.applications(at: target.id).isEmpty { throw StoreError.stillInUse }
    let all = try graph.interactions(with: target.id)
    self.target = target
    relations = try graph.related(to: target.id).count
    interactions = all.count { $0.participants == [target.id] }
    shared = all.count - interactions
    applications = try target.kind == .person ? graph.applications(involving: target.id).count : 0
  }

  /// "Ada Lovelace with 3 relations and 1 interaction; 2 interactions with others stay"
  var sentence: String {
    let lost = [
      RecordRemoval.count(relations, "relation"), RecordRemoval.count(interactions, "interaction"),
      RecordRemoval.count(applications, "part", in: "in applications"),
    ].compactMap { $0 }
    let kept = RecordRemoval.count(shared, "shared interaction").map { "; \($0) \(shared == 1 ? "stays" : "stay")" }
    return target.name + (lost.isEmpty ? "" : " with ") + lost.joinedAsList + (kept ?? "")
  }

  private static func count(_ count: Int, _ noun: String, in place: String? = nil) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")" + (place.map { " \($0)" } ?? "")
  }

  func perform(_ editor: StoreEditor) throws -> String {
    try editor.delete(target.id)
    return "removed \(sentence)"
  }
}

extension Array where Element == String {
  /// "a, b and c"
  var joinedAsList: String {
    count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
