import KithCore
import KithStore

/// One step in the ledger of advice: asked, received, declined, acted on, reported back.
struct FeedbackStep {
  var giver: String
  var kind: Feedback.Step.Kind
  var date: PartialDate
  var application: String?
  var theme: String?
  /// The beginning of the id of a piece of feedback, where several could be meant.
  var entry: String?
  /// What was said, or what was done about it.
  var text: String?

  /// Returns the line that says what was done.
  func perform(_ editor: StoreEditor) throws -> String {
    let person = try Resolver(graph: editor.graph).one(giver, .person)
    let finder = FeedbackFinder(graph: editor.graph, giver: person)
    let about = try application.map { try ApplicationReference($0, in: editor.graph).one().application }
    switch kind {
    case .asked: return try ask(person, about, finder, editor)
    case .received: return try receive(person, about, finder, editor)
    case .declined: return try decline(person, about, finder, editor)
    case .acted: return try act(person, about, finder, editor)
    case .reportedBack: return try reportBack(person, about, finder, editor)
    }
  }

  private func step(note: String? = nil) -> Feedback.Step { Feedback.Step(kind, on: date, note: note) }

  private func ask(
    _ person: EntitySummary, _ told: JobApplication?, _ finder: FeedbackFinder, _ editor: StoreEditor
  ) throws -> String {
    let about = try told ?? finder.likelyApplication()
    if let asked = try finder.all(in: [.asked], on: about?.id, theme, entry: nil).first(where: { $0.theme == theme }) {
      throw CommandError(
        "\(person.name) was asked already" + (asked.steps.last?.date.map { ", on \($0)" } ?? ""),
        hint: "kith feedback received or declined says what came of it; --theme asks about something else")
    }
    var feedback = new(person, about, editor)
    feedback.steps = [step()]
    try editor.save(feedback)
    let closed = try settle([.askFeedback], with: person, on: about?.id, editor)
    return "asked \(person.name) for feedback" + (try aside(feedback, editor.graph)) + " on \(date)" + closed
  }

  private func receive(
    _ person: EntitySummary, _ told: JobApplication?, _ finder: FeedbackFinder, _ editor: StoreEditor
  ) throws -> String {
    let asked = try finder.one(in: [.asked], on: told?.id, entry: entry, "feedback asked for")
    var feedback = try asked ?? new(person, told ?? finder.likelyApplication(), editor)
    feedback.theme = theme ?? feedback.theme
    feedback.text = text ?? ""
    feedback.steps.append(step())
    try editor.save(feedback)
    let closed = try settle([.askFeedback], with: person, on: feedback.application, editor)
    return "feedback from \(person.name)" + (try aside(feedback, editor.graph)) + " on \(date)" + closed
  }

  private func decline(
    _ person: EntitySummary, _ told: JobApplication?, _ finder: FeedbackFinder, _ editor: StoreEditor
  ) throws -> String {
    guard var feedback = try finder.one(in: [.asked], on: told?.id, theme, entry: entry, "feedback asked for") else {
      throw finder.nothing("asked", hint: "kith feedback ask records that you asked")
    }
    feedback.steps.append(step(note: text))
    try editor.save(feedback)
    return "\(person.name) declined to give feedback" + (try aside(feedback, editor.graph)) + " on \(date)"
  }

  /// What was not acted on yet comes first. To act on advice twice is two steps; the giver is told once.
  private func act(
    _ person: EntitySummary, _ told: JobApplication?, _ finder: FeedbackFinder, _ editor: StoreEditor
  ) throws -> String {
    let isNew = try !finder.all(in: [.received], on: told?.id, theme, entry: entry).isEmpty
    let found = try finder.one(
      in: [isNew ? .received : .acted], on: told?.id, theme, entry: entry, "feedback received")
    guard var feedback = found else {
      throw finder.nothing("received", hint: "kith feedback received records what they said")
    }
    feedback.steps.append(step(note: text))
    try editor.save(feedback)
    let line = "acted on feedback from \(person.name)" + (try aside(feedback, editor.graph)) + " on \(date)"
    let open = try editor.graph.openFollowUps(with: person.id).first { $0.act == .reportBack && $0.owedBy == .me }
    if let open { return line + "; to tell them" + (open.due.map { " by \($0)" } ?? "") + " already" }
    let due = WorkWeek.standard.day(after: Invocation.current.today)
    try editor.save(
      FollowUp(
        id: editor.identifiers.next(), .reportBack, person.id, due: due, what: text ?? "",
        why: "acted on their feedback" + (feedback.theme.map { " on \($0)" } ?? ""),
        application: feedback.application, created: editor.now))
    return line + "; to tell them by \(due)"
  }

  /// One message tells of everything, unless it is narrowed.
  private func reportBack(
    _ person: EntitySummary, _ told: JobApplication?, _ finder: FeedbackFinder, _ editor: StoreEditor
  ) throws -> String {
    let meant = try finder.all(in: [.acted], on: told?.id, theme, entry: entry)
    guard !meant.isEmpty else {
      throw finder.nothing("acted on", hint: "kith feedback acted records what you did about it")
    }
    for var feedback in meant {
      feedback.steps.append(step(note: text))
      try editor.save(feedback)
    }
    let line = "reported back to \(person.name) on \(date)" + (meant.count > 1 ? ", \(meant.count) pieces" : "")
    let rest = try finder.all(in: [.acted], on: nil)
    return rest.isEmpty ? line + (try settle([.reportBack], with: person, on: nil, editor)) : line
  }

  private func new(_ person: EntitySummary, _ about: JobApplication?, _ editor: StoreEditor) -> Feedback {
    Feedback(id: editor.identifiers.next(), giver: person.id, application: about?.id, theme: theme)
  }

  /// Closes what was to be done by this step; what belongs to another application stays open.
  private func settle(
    _ acts: Set<FollowUp.Act>, with person: EntitySummary, on application: Identifier?, _ editor: StoreEditor
  ) throws -> String {
    let day = CivilDay(date) ?? Invocation.current.today
    let open = try editor.graph.openFollowUps(with: person.id).filter {
      acts.contains($0.act) && $0.owedBy == .me
        && (application == nil || $0.application == nil || $0.application == application)
    }
    for followUp in open { try editor.setState(.done(on: day), ofFollowUp: followUp.id) }
    return open.isEmpty ? "" : "; \(open.count) follow-up\(open.count == 1 ? "" : "s") done"
  }

  /// ", communication, about Compiler engineer at Analytical Engines"
  private func aside(_ feedback: Feedback, _ graph: StoredGraph) throws -> String {
    var aside = feedback.theme.map { ", \($0)," } ?? ""
    if let application = try feedback.application.flatMap({ try graph.application($0) }) {
      let company = try graph.summary(of: application.company)?.name ?? "?"
      aside += " about \(application.position) at \(company)"
    }
    return aside
  }
}
