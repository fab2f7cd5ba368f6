import KithCore
import KithStore

/// A selector as it was typed after a command; nothing typed is no selector.
struct TypedSelector {
  let words: [String]
  let selector: Selector?

  /// - Throws: ``SelectorError``
  init(_ words: [String]) throws {
    self.words = words
    selector = try Selector(words)
  }

  /// The one record that a plain reference means, for commands that change one: what was typed for it.
  var reference: String? {
    if case .term(.reference(let text), _)? = selector { text } else { nil }
  }

  /// Nil for everything.
  func query(in graph: StoredGraph) throws -> SelectorQuery? {
    try naming { try graph.query(selector, today: Invocation.current.today) }
  }

  /// The graph showing only what is meant; all of it where nothing was typed.
  func view(of graph: StoredGraph, withContext: Bool = false) throws -> StoredGraph {
    guard let selector else { return graph }
    return try naming {
      try graph.selecting(selector, today: Invocation.current.today, withContext: withContext)
    }
  }

  /// What is meant, kind by kind and by name; nothing where nothing was typed.
  func summaries(in graph: StoredGraph) throws -> [EntitySummary] {
    guard let selector else { return [] }
    return try naming { try graph.summaries(selectedBy: selector, today: Invocation.current.today) }
  }

  /// What only the store can tell to be wrong is shown in what was typed as well.
  func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch var error as SelectorError {
      error.typed = words.joined(separator: " ")
      throw error
    }
  }
}
