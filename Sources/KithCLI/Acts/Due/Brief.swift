import KithCore
import KithStore

/// What to know of somebody before a call.
struct Brief {
  let details: RecordDetails
  let open: [OpenAct]
  let keepInTouch: KeepInTouch?
  let shared: [EntitySummary]
  let today: CivilDay

  static let touches = 3
  private static let shownOpen = 3
  private static let shownShared = 5
  static let mostShared = 50

  init?(_ person: Identifier, in graph: StoredGraph, today: CivilDay) throws {
    guard let details = try RecordDetails(person, in: graph) else { return nil }
    self.details = details
    self.today = today
    let summary = details.entity.summary
    open = try graph.openFollowUps(with: person).map { OpenAct($0, summary, today: today) }
    keepInTouch = try graph.keepInTouch(with: person)
    shared = try details.me.map { try graph.shared(by: person, and: $0, limit: Brief.mostShared) } ?? []
  }

  var mine: [OpenAct] { open.filter { $0.facts.owedBy == .me } }
  var theirs: [OpenAct] { open.filter { $0.facts.owedBy == .them } }
  var lastTouches: ArraySlice<Interaction> { details.interactions.prefix(Brief.touches) }
  var people: [EntitySummary] { shared.filter { $0.kind == .person } }
  var places: [EntitySummary] { shared.filter { $0.kind != .person } }

  /// "CTO at Analytical Engines"
  var employment: String? {
    let now = details.employments(today: today.date).now
    let jobs = now.map { job in
      (job.relation.title.map { $0.isEmpty ? "" : "\($0) at " } ?? "") + job.other.name
    }
    return jobs.isEmpty ? nil : jobs.joined(separator: ", ")
  }

  /// "interviewer, Compiler engineer at Analytical Engines, rejected 2026-11-02 after onsite"
  var parts: [String] {
    details.applications.reversed().map { application in
      let roles = application.involved.filter { $0.person == details.entity.id }.map(\.role.words)
      let job = "\(application.position) at \(details.name(of: application.company))"
      return (roles + [job, application.standing]).joined(separator: ", ")
    }
  }

  // MARK: Ten lines

  func write(to output: OutputSink, terminal: Terminal) throws {
    var card = Card(
      details.entity.name + (employment.map { ", \($0)" } ?? ""), terminal: terminal)
    func add(_ label: String, _ text: String?) { card.add(label, text.map { Brief.line($0, in: terminal) }) }
    add("met", FirstMeeting(details).phrase)
    add("tie", Brief.list(parts, 2, separator: "; "))
    add("intro", Brief.list(details.introductions.reversed().map(details.words), 2, separator: "; "))
    if details.entity.doNotAsk { add("ask", "not for introductions") }
    for touch in lastTouches { add("contact", "\(touch.date) \(touch.channel): \(touch.summary)") }
    add("you owe", deeds(mine))
    add("they owe", deeds(theirs))
    add("touch", touch)
    add("shared", Brief.list((people + places).map(\.name), Brief.shownShared))
    add("note", details.entity.notes.last)
    try card.write(to: output)
  }

  private func deeds(_ acts: [OpenAct]) -> String {
    Brief.list(acts.map { "\($0.deed) (\($0.when(today)))" }, Brief.shownOpen, separator: "; ")
  }

  private var touch: String? {
    guard let kept = keepInTouch, let due = kept.due else { return nil }
    return "every \(kept.every), next on \(due)"
  }

  private static func list(_ texts: [String], _ shown: Int, separator: String = ", ") -> String {
    let more = texts.count - shown
    return texts.prefix(shown).joined(separator: separator) + (more > 0 ? "\(separator)and \(more) more" : "")
  }

  /// A stored text may have many lines and be long; here it has one.
  private static func line(_ text: String, in terminal: Terminal) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return DisplayWidth.fit(TerminalText.cleaned(words), in: terminal.width.map { max($0 - labels, 20) } ?? widest)
  }

  /// The columns of the widest label with what stands round it.
  private static let labels = 12
  private static let widest = 240
}
