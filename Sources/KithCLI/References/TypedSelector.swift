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
    try naming(in: graph) { try graph.query(selector, today: Invocation.current.today) }
  }

  /// The graph showing only what is meant; all of it where nothing was typed.
  func view(of graph: StoredGraph, withContext: Bool = false) throws -> StoredGraph {
    guard let selector else { return graph }
    return try naming(in: graph) {
      try graph.selecting(selector, today: Invocation.current.today, withContext: withContext)
    }
  }

  /// What is meant, kind by kind and by name; nothing where nothing was typed.
  func summaries(in graph: StoredGraph) throws -> [EntitySummary] {
    guard let selector else { return [] }
    return try naming(in: graph) { try graph.summaries(selectedBy: selector, today: Invocation.current.today) }
  }

  /// A name that nobody bears is answered with the nearest. That everybody lacks a tag that nobody has is no selection.
  private func naming<Result>(in graph: StoredGraph, _ body: () throws -> Result) throws -> Result {
    if let tag = try selector?.normalized.excludedTags.first(where: { try !graph.isTag($0) }) {
      throw CommandError(
        "no record has the tag '\(TerminalText.cleaned(tag))', so that everybody lacks it",
        hint: try TypedSelector.nearest(to: tag, in: graph) ?? "kith list --columns name,tags shows what there is",
        code: .notFound)
    }
    do {
      return try naming(body)
    } catch SelectionError.nothingNamed(let text, let kinds) where !text.contains(".") {
      throw try Resolver(graph: graph).notFound(text, kinds)
    }
  }

  /// Why nobody matches, where it can be told.
  func emptiness(in graph: StoredGraph) throws -> String {
    if case .tag(let tag)? = try selector?.terms.first(where: { try graph.isUnknownTag($0) }) {
      let nearest = try TypedSelector.nearest(to: tag, in: graph).map { "; \($0)" } ?? ""
      return "nobody matches: no record has the tag '\(TerminalText.cleaned(tag))'\(nearest)"
    }
    return words.count > 1
      ? "nobody matches all of it; a name with spaces stands in quotes, and 'or' joins what is meant either way"
      : "nobody matches"
  }

  private static func nearest(to tag: String, in graph: StoredGraph) throws -> String? {
    try graph.nearestTag(to: tag).map { "did you mean +\(TerminalText.cleaned($0))?" }
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
