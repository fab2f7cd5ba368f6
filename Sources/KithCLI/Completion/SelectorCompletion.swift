import ArgumentParser
import KithCore
import KithStore

/// Completes selectors: `@company`, `+tag`, the keys, their values, and names.
extension CompletionKind {
  static let selectors = CompletionKind.custom { _, _, prefix in
    (try? StoreOptions.forCompletion { try selectors(beginning: prefix, in: $0) }) ?? keys(beginning: prefix)
  }

  static let savedSelectors = CompletionKind.custom { _, _, prefix in
    (try? StoreOptions.forCompletion { graph in
      try graph.savedSelectors().map(\.name).filter { $0.hasPrefix(SearchKey.fold(prefix)) }
    }) ?? []
  }

  static let listColumns = CompletionKind.custom { _, _, prefix in
    let before = prefix.lastIndex(of: ",").map { String(prefix[...$0]) } ?? ""
    return ListColumn.allCases.map { before + $0.rawValue }.filter { $0.hasPrefix(prefix) }
  }

  private static func selectors(beginning prefix: String, in graph: StoredGraph) throws -> [String] {
    if prefix.hasPrefix("@") {
      return try names(prefix, [.company, .organization], in: graph).map { "@" + $0 }
    }
    if prefix.hasPrefix("+") {
      return try graph.tags(beginning: String(prefix.dropFirst())).map { "+" + TerminalText.cleaned($0) }
    }
    if let colon = prefix.firstIndex(of: ":") {
      let (key, value) = (String(prefix[..<colon]), String(prefix[prefix.index(after: colon)...]))
      return try values(of: key, beginning: value, in: graph).map { key + ":" + $0 }
    }
    return try (prefix.isEmpty ? [] : keys(beginning: prefix)) + names(prefix, Set(Entity.Kind.allCases), in: graph)
  }

  private static func keys(beginning prefix: String) -> [String] {
    SelectorKeys.all.filter { $0.hasPrefix(prefix) }.map { $0 + ":" }
  }

  private static func values(of key: String, beginning prefix: String, in graph: StoredGraph) throws -> [String] {
    switch key {
    case "company": return try names(prefix, [.company, .organization], in: graph)
    case "event": return try names(prefix, [.event], in: graph)
    case "via": return try names(prefix, [.person], in: graph)
    case "tag": return try graph.tags(beginning: prefix).map(TerminalText.cleaned)
    case "saved": return try graph.savedSelectors().map(\.name).filter { $0.hasPrefix(prefix) }
    default: return SelectorKeys.values(of: key).filter { $0.hasPrefix(prefix) }
    }
  }

  private static func names(_ prefix: String, _ kinds: Set<Entity.Kind>, in graph: StoredGraph) throws -> [String] {
    try graph.entities(withWordsBeginning: words(prefix), limit: 50).filter { kinds.contains($0.kind) }
      .map { TerminalText.cleaned($0.name) }
  }
}
