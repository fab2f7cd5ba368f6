import KithCore
import KithStore

/// A word on a record that was just made and may have been there already.
enum DuplicateHint {
  /// "; perhaps Ada Lovelace [b3703ad8]: kith merge b3703ad8 ee1914ea --dry-run", empty if nobody is likely.
  static func sentence(for id: Identifier, in graph: StoredGraph) throws -> String {
    guard let known = try graph.likelyDuplicate(of: id) else { return "" }
    return "; perhaps the same as \(known.name): kith merge \(known.id.short) \(id.short) --dry-run"
  }
}
