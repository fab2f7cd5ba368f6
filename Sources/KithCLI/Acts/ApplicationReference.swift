import KithCore
import KithStore

/// Which applications somebody means.
struct ApplicationReference {
  let text: String
  /// Never empty.
  let found: [ApplicationSummary]

  /// - Throws: ``CommandError`` with exit 4 if there is none.
  init(_ text: String, in graph: StoredGraph) throws {
    self.text = text
    var found = try graph.applications(matching: text)
    if found.isEmpty {
      // A nickname of a company, or another way to name it.
      let companies = try Set(graph.matches(text, among: [.company, .organization]).best.map(\.id))
      try graph.forEachApplicationSummary { if companies.contains($0.company.id) { found.append($0) } }
    }
    guard !found.isEmpty else {
      throw CommandError(
        "no application '\(TerminalText.cleaned(text))'", hint: "kith application list shows them", code: .notFound)
    }
    self.found = found
  }

  /// - Throws: ``CommandError`` with exit 3 if there are several.
  func one() throws -> ApplicationSummary {
    guard found.count > 1 else { return found[0] }
    let labels = found.prefix(20).map {
      TerminalText.cleaned("\($0.company.name), \($0.application.position), \($0.application.standing)")
        + " [\($0.application.id.short)]"
    }
    if Invocation.current.terminal.canAsk, found.count <= 20, let choice = try Question.choice(of: text, labels) {
      return found[choice]
    }
    let more = found.count > 20 ? "\n  … and \(found.count - 20) more" : ""
    throw CommandError(
      "'\(TerminalText.cleaned(text))' may mean \(found.count) applications:\n  "
        + labels.joined(separator: "\n  ") + more,
      hint: "say more of company and position, or the id in brackets", code: .ambiguous)
  }
}
