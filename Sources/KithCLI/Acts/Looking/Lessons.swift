import KithCore
import KithStore

/// What was said about you, theme by theme: by whom, where, when, and what became of it.
struct Lessons {
  /// Somebody's words on a theme.
  struct Source {
    enum Kind: String {
      case feedback, reason
    }

    var kind: Kind
    var id: Identifier
    /// Nil for the reason that a company gave.
    var giver: EntitySummary?
    var company: EntitySummary?
    var position: String?
    var date: PartialDate?
    /// The stage at which the answer came.
    var stage: String?
    var text: String
    var steps: [Feedback.Step]
  }

  struct Theme {
    /// Nil for what has none.
    var name: String?
    var sources: [Source]
  }

  private(set) var themes: [Theme] = []
  /// How many applications ended in a rejection since the day.
  private(set) var rejections = 0

  /// - Parameter since: what is dated before that day is left out; what has no date is kept.
  init(_ graph: StoredGraph, since: CivilDay?) throws {
    var sources: [(theme: String?, source: Source)] = []
    var cited: [Identifier: JobApplication] = [:]
    try graph.forEachApplication { application in
      guard let outcome = application.outcome, outcome.kind == .rejected else { return }
      guard Lessons.counts(outcome.date, since) else { return }
      rejections += 1
      guard let reason = outcome.reason, !reason.isEmpty else { return }
      let source = Source(
        kind: .reason, id: application.id, company: try graph.summary(of: application.company),
        position: application.position, date: outcome.date, stage: outcome.stage, text: reason, steps: [])
      sources.append((nil, source))
    }
    try graph.forEachFeedback { feedback in
      guard feedback.isReceived, Lessons.counts(feedback.receivedOn, since) else { return }
      let known = feedback.application.flatMap { cited[$0] }
      let application = try known ?? feedback.application.flatMap { try graph.application($0) }
      if let application { cited[application.id] = application }
      sources.append((feedback.theme, try Lessons.source(feedback, application, graph)))
    }
    themes = Lessons.grouped(sources)
  }

  private static func counts(_ date: PartialDate?, _ since: CivilDay?) -> Bool {
    guard let since, let day = date.flatMap({ SinceArgument.lastDay(of: $0) }) else { return true }
    return day >= since
  }

  private static func source(
    _ feedback: Feedback, _ application: JobApplication?, _ graph: StoredGraph
  ) throws -> Source {
    Source(
      kind: .feedback, id: feedback.id, giver: try graph.summary(of: feedback.giver),
      company: try application.flatMap { try graph.summary(of: $0.company) }, position: application?.position,
      date: feedback.receivedOn, stage: application?.outcome?.stage, text: feedback.text, steps: feedback.steps)
  }

  /// Themes with the most sources first, what has no theme last; the latest first within one.
  private static func grouped(_ sources: [(theme: String?, source: Source)]) -> [Theme] {
    var themes: [Theme] = []
    var positions: [String: Int] = [:]
    for (name, source) in sources {
      let key = SearchKey.fold(name ?? "")
      if let position = positions[key] {
        themes[position].sources.append(source)
      } else {
        positions[key] = themes.count
        themes.append(Theme(name: key.isEmpty ? nil : name, sources: [source]))
      }
    }
    for index in themes.indices { themes[index].sources = latestFirst(themes[index].sources) }
    let order = themes.indices.sorted { left, right in
      let (first, second) = (themes[left], themes[right])
      if (first.name == nil) != (second.name == nil) { return second.name == nil }
      return (second.sources.count, left) < (first.sources.count, right)
    }
    return order.map { themes[$0] }
  }

  private static func latestFirst(_ sources: [Source]) -> [Source] {
    let order = sources.indices.sorted { left, right in
      let (first, second) = (sources[left].date?.packed ?? 0, sources[right].date?.packed ?? 0)
      return (second, left) < (first, right)
    }
    return order.map { sources[$0] }
  }
}

extension Feedback {
  /// Whether somebody said something.
  fileprivate var isReceived: Bool { !text.isEmpty || steps.contains { $0.kind == .received } }

  fileprivate var receivedOn: PartialDate? {
    steps.last { $0.kind == .received }?.date ?? steps.compactMap(\.date).first
  }
}
