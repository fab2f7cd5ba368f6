import ArgumentParser
import KithCore
import KithStore

/// Completes what is in the store. Whatever goes wrong, a shell that asks for completions hears nothing of it.
extension CompletionKind {
  static let people = names { try $0.entities(withWordsBeginning: $1, limit: 50).filter { $0.kind == .person } }
  static let companies = names {
    try $0.entities(withWordsBeginning: $1, limit: 50).filter { $0.kind == .company || $0.kind == .organization }
  }
  static let events = names { try $0.entities(withWordsBeginning: $1, limit: 50).filter { $0.kind == .event } }
  static let records = names { try $0.entities(withWordsBeginning: $1, limit: 50) }

  static let tags = CompletionKind.custom { _, _, prefix in
    (try? StoreOptions.forCompletion { try $0.tags(beginning: prefix).map(TerminalText.cleaned) }) ?? []
  }

  static let templates = CompletionKind.custom { _, _, _ in TemplateFolder.current.names() }

  static let relationTypes = CompletionKind.list(RelationType.allCases.map(\.rawValue))

  static let formats = CompletionKind.custom { _, _, _ in
    let plugins = Invocation.current.plugins
    return plugins.formats.map(\.name) + plugins.externalNames
  }

  /// Nothing typed yet is the beginning of every word.
  static func words(_ prefix: String) -> [String] {
    let words = SearchKey.words(prefix)
    return words.isEmpty ? [""] : words
  }

  private static func names(
    _ find: @escaping @Sendable (StoredGraph, [String]) throws -> [EntitySummary]
  ) -> CompletionKind {
    .custom { _, _, prefix in
      (try? StoreOptions.forCompletion { graph in
        try find(graph, words(prefix)).map { TerminalText.cleaned($0.name) }
      }) ?? []
    }
  }
}

extension StoreOptions {
  static func forCompletion<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result? {
    guard let store = try Store.forReading(at: Invocation.current.defaultStore) else { return nil }
    defer { store.close() }
    return try store.read(body)
  }
}
