import KithCore
import KithStore

/// Records an edge between two records that are known.
struct Relate {
  let subject: String
  let type: RelationType
  let object: String
  let title: String?
  let period: Period

  func perform(_ editor: StoreEditor) throws -> String {
    let ends = try RelationEnds(subject, type, object, in: editor.graph)
    let wanted = Relation(ends.subject.id, type, ends.object.id, title: title, period: period)
    let same = try ends.relations(in: editor.graph).first {
      $0.period.start == period.start && ($0.title ?? "") == (title ?? "")
    }
    if let same {
      if same.period == period { return "recorded already: \(sentence(ends))" }
      var changed = same
      changed.period = period
      try editor.replace(same, by: changed)
    } else {
      try editor.insert(wanted)
    }
    return sentence(ends)
  }

  private func sentence(_ ends: RelationEnds) -> String {
    let details = [title, period.phrase].compactMap { $0 }
    return ends.sentence + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}

/// Removes every edge of a type between two records.
struct Unrelate {
  let subject: String
  let type: RelationType
  let object: String

  func perform(_ editor: StoreEditor) throws -> String {
    let ends = try RelationEnds(subject, type, object, in: editor.graph)
    let found = try ends.relations(in: editor.graph)
    guard !found.isEmpty else { throw try notThere(ends, editor.graph) }
    for relation in found { try editor.delete(relation) }
    return "removed \(found.count == 1 ? "1 relation" : "\(found.count) relations"): \(ends.sentence)"
  }

  private func notThere(_ ends: RelationEnds, _ graph: StoredGraph) throws -> CommandError {
    let others = try graph.related(to: ends.subject.id).filter { $0.other.id == ends.object.id }
    let list = others.map { $0.isSubject ? $0.relation.type.rawValue : "\($0.relation.type) the other way round" }
    return CommandError(
      "there is no '\(type)' from \(ends.subject.name) to \(ends.object.name)",
      hint: list.isEmpty ? "kith show tells what there is" : "between them there is \(list.joinedAsList)",
      code: .notFound)
  }
}

/// The two records that an edge joins.
struct RelationEnds {
  let subject: EntitySummary
  let type: RelationType
  let object: EntitySummary

  /// - Throws: ``CommandError`` with exit 3 or 4, ``StoreError/wrongEnds(_:)``
  init(_ subject: String, _ type: RelationType, _ object: String, in graph: StoredGraph) throws {
    self.type = type
    self.subject = try RelationEnds.find(subject, among: type.ends.subject, in: graph)
    self.object = try RelationEnds.find(object, among: type.ends.object, in: graph)
    guard type.ends.subject.contains(self.subject.kind), type.ends.object.contains(self.object.kind) else {
      throw StoreError.wrongEnds(type)
    }
    guard self.subject.id != self.object.id else {
      throw CommandError("'\(subject)' and '\(object)' are the same \(self.subject.kind)", code: .usage)
    }
  }

  /// Among the kinds that fit if there is such a one, else among all, so that the error can say that the kinds do not fit.
  private static func find(_ text: String, among kinds: Set<Entity.Kind>, in graph: StoredGraph) throws -> EntitySummary
  {
    if text == "me", let me = try graph.me(), let summary = try graph.summary(of: me) { return summary }
    let resolver = Resolver(graph: graph)
    if try !graph.matches(text, among: kinds).best.isEmpty { return try resolver.one(text, among: kinds) }
    return try resolver.one(text, among: Set(Entity.Kind.allCases))
  }

  /// Those there are, either way round if the type says the same both ways.
  func relations(in graph: StoredGraph) throws -> [Relation] {
    try graph.relations(touching: [subject.id], of: [type]).filter {
      ($0.subject == subject.id && $0.object == object.id)
        || (type.isSymmetric && $0.subject == object.id && $0.object == subject.id)
    }
  }

  var sentence: String { "\(subject.name) \(type.phrase) \(object.name)" }
}
