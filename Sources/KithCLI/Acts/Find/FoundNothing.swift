import KithCore
import KithStore

/// What to say where nothing was found: the nearest words, and, where they are clear, what those would find.
struct FoundNothing {
  let text: String
  let suggestions: [SearchSuggestion]

  init(_ text: String, in graph: StoredGraph) throws {
    self.text = text
    suggestions = try graph.suggestions(for: text)
  }

  /// The one that is nearer than all others; nil if there is none.
  var nearest: SearchSuggestion? {
    guard let first = suggestions.first else { return nil }
    return suggestions.dropFirst().allSatisfy { $0.distance > first.distance } ? first : nil
  }

  var error: CommandError {
    let what = "nothing has '\(TerminalText.cleaned(text))'"
    guard !suggestions.isEmpty else {
      return CommandError(what, hint: "fewer letters find more; kith list shows who there is", code: .notFound)
    }
    let hint = "did you mean \(suggestions.map { "'\(TerminalText.cleaned($0.text))'" }.joined(separator: " or "))?"
    guard let nearest else { return CommandError(what, hint: hint, code: .notFound) }
    let lines = nearest.hits.map { "\n  " + FindWords.line($0) }.joined()
    return CommandError(
      what + "; '\(TerminalText.cleaned(nearest.text))' finds:" + lines, hint: hint, code: .notFound)
  }
}
