import KithCore
import KithStore

/// Finds the application that is meant when a company is named.
struct ApplicationFinder {
  let graph: StoredGraph

  /// The one application to the company, among those that `isMeant` leaves if there are several; by words of its
  /// position if `position` is given.
  /// - Throws: ``CommandError`` with exit 3 or 4.
  func one(
    at company: EntitySummary, position: String? = nil, _ state: String, where isMeant: (JobApplication) -> Bool
  ) throws -> JobApplication {
    let all = try graph.applications(at: company.id)
    let matching = all.filter { application in
      isMeant(application) && (position.map { ApplicationFinder.matches(application, $0) } ?? true)
    }
    switch matching.count {
    case 1: return matching[0]
    case 0:
      throw CommandError(
        "no \(state)application to \(company.name)" + (position.map { " for '\($0)'" } ?? ""),
        hint: all.isEmpty ? "kith apply \"\(company.name)\" POSITION records one" : "kith application list shows them",
        code: .notFound)
    default:
      let list = matching.map {
        "  \($0.position), \($0.appliedOn.map { "applied \($0)" } ?? "no date") [\($0.id.short)]"
      }
      throw CommandError(
        "there are \(matching.count) \(state)applications to \(company.name):\n"
          + TerminalText.cleanedLines(list),
        hint: "--position says which", code: .ambiguous)
    }
  }

  private static func matches(_ application: JobApplication, _ position: String) -> Bool {
    let words = SearchKey.words(application.position)
    return application.id.description.hasPrefix(position.lowercased())
      || SearchKey.words(position).allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
  }
}

extension TerminalText {
  static func cleanedLines(_ lines: [String]) -> String { lines.map(cleaned).joined(separator: "\n") }
}
