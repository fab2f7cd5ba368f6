import KithCore
import KithStore

/// Whom a command changes: the one record that a reference means, or all that a selector does.
///
/// A reference must mean one, and may mean you. A selector may mean many, for which the command asks; it never means you.
struct ChosenRecords {
  let typed: TypedSelector
  let kinds: Set<Entity.Kind>

  init(_ words: [String], _ kinds: Set<Entity.Kind>) throws {
    typed = try TypedSelector(words)
    self.kinds = kinds
  }

  /// What a selector means, each kind by name.
  /// - Throws: ``CommandError`` with exit 4 for nobody.
  func all(in graph: StoredGraph) throws -> [EntitySummary] {
    let me = try graph.me()
    let found = try typed.summaries(in: graph).filter { kinds.contains($0.kind) && $0.id != me }
    guard !found.isEmpty else {
      throw CommandError(
        "nobody matches; nothing was changed", hint: "kith list shows whom a selector means", code: .notFound)
    }
    return found
  }

  /// Does `body` to each, as one entry of the journal. It gets a reference to the record; what it throws with exit 4 is
  /// passed over where there are several.
  ///
  /// - Parameters:
  ///   - deed: what is done to several: "track 3 people".
  ///   - line: what was done to several, after their names.
  func perform(
    _ command: String, _ write: WriteOptions, _ consent: ConsentOptions, deed: String, line: String,
    _ body: (String, StoreEditor) throws -> String
  ) throws {
    if let reference = typed.reference { return try write.perform(command) { try body(reference, $0) } }
    let found = try write.store.read { try all(in: $0) }
    guard found.count > 1 else { return try write.perform(command) { try body(found[0].id.description, $0) } }
    let whom = ChosenRecords.names(found)
    guard try write.dryRun || consent.isGiven(for: "\(deed) \(whom)") else { return }
    try write.perform(command) { editor in
      var done: [EntitySummary] = []
      var left: CommandError?
      for record in found {
        do {
          _ = try body(record.id.description, editor)
          done.append(record)
        } catch let error as CommandError where error.code == .notFound { left = error }
      }
      if done.isEmpty, let left { throw left }
      let rest = found.count - done.count
      return "\(ChosenRecords.names(done)): \(line)" + (rest == 0 ? "" : "; \(rest) left as they were")
    }
  }

  /// "3 people (Ada Lovelace, Grace Hopper and Charles Babbage)"
  static func names(_ records: [EntitySummary]) -> String {
    let shown = records.prefix(records.count > few ? few - 1 : few).map(\.name)
    let more = records.count - shown.count
    let list = (shown + (more > 0 ? ["\(more) more"] : [])).joinedAsList
    return records.count == 1 ? list : "\(count(records)) (\(list))"
  }

  /// "3 people", "2 companies", "4 records"
  static func count(_ records: [EntitySummary]) -> String {
    let kinds = Set(records.map(\.kind))
    if records.count == 1 { return "1 \(kinds.first?.rawValue ?? "record")" }
    return "\(records.count) \(kinds.count == 1 ? kinds.first?.plural ?? "records" : "records")"
  }

  private static let few = 5
}
