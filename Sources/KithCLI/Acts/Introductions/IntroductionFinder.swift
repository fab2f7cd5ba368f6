import KithCore
import KithStore

/// Finds the introduction that is meant when one of the two people in it is named.
struct IntroductionFinder {
  let graph: StoredGraph
  /// The connector, or the person to be met.
  let who: EntitySummary
  var other: EntitySummary?
  /// The beginning of its id.
  var entry: String?

  /// Those about `who`, narrowed by what else was said.
  func all() throws -> [Introduction] {
    try graph.introductions(about: who.id).filter { introduction in
      if let other, ![introduction.connector, introduction.person].contains(other.id) { return false }
      return entry.map { introduction.id.description.hasPrefix($0.lowercased()) } ?? true
    }
  }

  /// The one for which `isMeant`; nil if there is none.
  /// - Throws: ``CommandError`` with exit 3 if there are several.
  func one(_ isMeant: (Introduction) -> Bool) throws -> Introduction? {
    let found = try all().filter(isMeant)
    guard found.count > 1 else { return found.first }
    let list = try found.map { "  " + (try words($0)) + " [\($0.id.short)]" }
    throw CommandError(
      "\(who.name) has a part in \(found.count) introductions:\n" + TerminalText.cleanedLines(list),
      hint: "name both people, or --entry and the id in brackets", code: .ambiguous)
  }

  /// "Grace Hopper to Ada Lovelace, asked 2026-11-20"
  func words(_ introduction: Introduction) throws -> String {
    let names = try graph.summaries(of: [introduction.connector, introduction.person])
    let ends = [introduction.connector, introduction.person].map { names[$0]?.name ?? "?" }
    return ends.joined(separator: " to ") + (introduction.standing.isEmpty ? "" : ", " + introduction.standing)
  }
}

extension Introduction {
  /// "asked 2026-11-20", "both agreed 2026-11-22", "declined by the person"; empty before the first step.
  var standing: String {
    guard let last = steps.last else { return "" }
    let word =
      switch (last.kind, last.by) {
      case (.agreed, _) where agreed.count == 2: "both agreed"
      case (.agreed, let side?): "\(side.words) agreed"
      case (.declined, let side?): "\(side.words) declined"
      default: last.kind.rawValue
      }
    return word + (last.date.map { " \($0)" } ?? "")
  }
}

extension Introduction.Side {
  var words: String { self == .connector ? "the connector" : "the person" }
}
