import KithCore
import KithStore

/// Finds the piece of feedback that is meant when its giver is named.
struct FeedbackFinder {
  let graph: StoredGraph
  let giver: EntitySummary

  /// Those in one of the states, narrowed by what else was said.
  func all(
    in states: Set<Feedback.Step.Kind>, on application: Identifier?, _ theme: String? = nil, entry: String? = nil
  ) throws -> [Feedback] {
    try graph.feedback(from: giver.id).filter { feedback in
      guard let state = feedback.state, states.contains(state) else { return false }
      if let application, feedback.application != application { return false }
      if let theme, SearchKey.fold(feedback.theme ?? "") != SearchKey.fold(theme) { return false }
      return entry.map { feedback.id.description.hasPrefix($0.lowercased()) } ?? true
    }
  }

  /// The one in one of the states; nil if there is none and none was named.
  /// - Throws: ``CommandError`` with exit 3 if there are several, 4 if the id names none.
  func one(
    in states: Set<Feedback.Step.Kind>, on application: Identifier?, _ theme: String? = nil, entry: String?,
    _ what: String
  ) throws -> Feedback? {
    let found = try all(in: states, on: application, theme, entry: entry)
    guard found.count > 1 else {
      if found.isEmpty, let entry {
        throw CommandError(
          "no \(what) from \(giver.name) has an id beginning with '\(TerminalText.cleaned(entry))'",
          hint: "kith feedback list shows them", code: .notFound)
      }
      return found.first
    }
    let list = found.map { feedback in
      let last = feedback.steps.last
      let words = [
        last?.kind.words, last?.date?.description, feedback.theme, feedback.text.isEmpty ? nil : feedback.text,
      ]
      return "  " + words.compactMap { $0 }.joined(separator: ", ") + " [\(feedback.id.short)]"
    }
    throw CommandError(
      "there are \(found.count) pieces of \(what) from \(giver.name):\n" + TerminalText.cleanedLines(list),
      hint: "--entry and the id in brackets says which", code: .ambiguous)
  }

  /// What it is about, where facts leave one answer: the application of an open follow-up that is to ask, or the only one in
  /// which the person has a part.
  func likelyApplication() throws -> JobApplication? {
    let toAsk = Set(try graph.openFollowUps(with: giver.id).filter { $0.act == .askFeedback }.map(\.application))
    if toAsk.count == 1, let id = toAsk.first.flatMap({ $0 }) { return try graph.application(id) }
    var found: [JobApplication] = []
    try graph.forEachApplication { application in
      if application.involved.contains(where: { $0.person == giver.id }) { found.append(application) }
    }
    return found.count == 1 ? found.first : nil
  }

  func nothing(_ what: String, hint: String) -> CommandError {
    CommandError("no feedback \(what) from \(giver.name)", hint: hint, code: .notFound)
  }
}

extension Feedback.Step.Kind {
  var words: String {
    switch self {
    case .acted: "acted on"
    case .reportedBack: "reported back"
    default: rawValue
    }
  }
}
