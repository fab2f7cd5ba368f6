import KithCore

/// A template and where it comes from.
struct FoundTemplate {
  var name: String
  var text: String
  /// Nil for a built-in.
  var file: String?

  /// - Throws: ``CommandError`` that names the template, the line and the column.
  func template() throws -> DraftTemplate {
    do {
      return try DraftTemplate(text)
    } catch let problem as TemplateProblem {
      throw error(problem)
    }
  }

  func draft(_ facts: DraftFacts, _ kind: DraftKind) throws -> Draft {
    do {
      return try template().draft(facts, defaultSubject: kind.subject)
    } catch let problem as TemplateProblem {
      throw error(problem)
    }
  }

  func error(_ problem: TemplateProblem) -> CommandError {
    let place = file.map { " (\(TerminalText.cleaned($0)))" } ?? ""
    return CommandError(
      "the template '\(name)'\(place): \(problem.text)",
      hint: DraftKind(rawValue: name) == nil
        ? "kith template edit \(name)"
        : "kith template edit \(name) mends it; --built-in takes the one that comes with kith")
  }
}
