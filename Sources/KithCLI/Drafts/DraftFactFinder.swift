import KithCore
import KithStore

/// Reads from the graph what a draft may say. Nothing is guessed: what is not recorded is not known.
struct DraftFactFinder {
  let graph: StoredGraph
  let occasion: DraftOccasion
  let today: CivilDay

  private var person: Identifier { occasion.person.id }
  private static let conversations: Set<String> = ["call", "meeting", "coffee", "interview", "event"]

  func facts() throws -> DraftFacts {
    var facts = DraftFacts()
    addNames(to: &facts)
    facts[.me] = try myName()
    addRole(to: &facts)
    try addApplication(to: &facts)
    try addConversation(to: &facts)
    try addMeeting(to: &facts)
    try addNextEvent(to: &facts)
    try addAdvice(to: &facts)
    facts[.promise] = try graph.openFollowUps(with: person)
      .first { $0.act == .keepPromise && $0.owedBy == .me && !$0.what.isEmpty }?.what
    return facts
  }

  /// Somebody imported under an address alone has no name to be greeted by.
  private func addNames(to facts: inout DraftFacts) {
    let entity = occasion.person
    guard !entity.name.contains("@") else { return }
    facts[.name] = entity.name
    facts[.given] = entity.personName?.given.first { !$0.isEmpty } ?? entity.name
  }

  private func myName() throws -> String? {
    guard let me = try graph.me(), let name = try graph.summary(of: me)?.name, name != "Me" else { return nil }
    return name
  }

  private func addRole(to facts: inout DraftFacts) {
    guard let role = occasion.involvement?.role else { return }
    facts[.role] = role.words
    switch role {
    case .interviewer: facts[.interviewer] = role.words
    case .hiringManager: facts[.hiringManager] = role.words
    case .recruiter: facts[.recruiter] = role.words
    case .referrer: facts[.referrer] = role.words
    case .contact: facts[.contact] = role.words
    }
  }

  private func addApplication(to facts: inout DraftFacts) throws {
    guard let application = occasion.application else {
      facts[.company] = try employer()
      return
    }
    facts[.company] = try graph.summary(of: application.company)?.name
    facts[.position] = application.position
    guard let outcome = application.outcome else { return }
    facts[.stage] = (outcome.stage ?? application.stages.last?.name).flatMap(DraftFactFinder.words(forStage:))
    switch outcome.kind {
    case .rejected: facts[.rejected] = outcome.kind.rawValue
    case .offer: facts[.offer] = outcome.kind.rawValue
    case .withdrawn: facts[.withdrawn] = outcome.kind.rawValue
    case .ghosted: facts[.ghosted] = outcome.kind.rawValue
    }
  }

  private func employer() throws -> String? {
    let jobs = try graph.relations(touching: [person], of: [.worksFor])
      .filter { $0.subject == person && !$0.period.isOver(on: today.date) }
    return try jobs.count == 1 ? graph.summary(of: jobs[0].object)?.name : nil
  }

  private static func words(forStage stage: String) -> String? {
    switch stage {
    case "screening": "the screening"
    case "phone", "technical", "onsite", "final": "the \(stage) interview"
    case "takehome": "the take-home task"
    default: nil
    }
  }

  private func addConversation(to facts: inout DraftFacts) throws {
    let talks = try graph.interactions(with: person, limit: 100)
      .filter { DraftFactFinder.conversations.contains($0.channel) && isOfOccasion($0) }
    let interview = talks.first { $0.channel == "interview" }?.date
    facts[.when] = DraftDay.phrase(occasion.involvement?.date ?? interview, today: today)
    facts[.spokeWhen] = DraftDay.phrase(talks.first?.date, today: today)
    // Of the day that the note speaks of: what was said on another is another conversation.
    let day = occasion.involvement?.date ?? interview
    facts[.topic] =
      talks.first { !DraftFactFinder.saysOnlyThatWeMet($0) && (day == nil || $0.date == day) }?.summary
  }

  /// What was said before the application, or about another, is not what this note is about.
  private func isOfOccasion(_ interaction: Interaction) -> Bool {
    guard let application = occasion.application else { return true }
    if let other = interaction.application { return other == application.id }
    return application.appliedOn.map { interaction.date >= $0 } ?? true
  }

  /// As `kith met` and `kith interview` write it where nobody told more.
  private static func saysOnlyThatWeMet(_ interaction: Interaction) -> Bool {
    let summary = interaction.summary
    return summary.isEmpty || summary == "Met" || summary.hasPrefix("Met at ") || summary.hasPrefix("Interview (")
  }

  private func addMeeting(to facts: inout DraftFacts) throws {
    let edges = try graph.relations(touching: [person], of: [.met, .introducedBy])
    let me = try graph.me()
    let meeting = edges.filter { $0.type == .met && ($0.subject == me || $0.object == me) }.compactMap(\.period.start)
      .min()
    facts[.metWhen] = DraftDay.phrase(meeting, today: today)
    let introducer = edges.last { $0.type == .introducedBy && $0.subject == person && $0.object != me }
    facts[.introducer] = try introducer.flatMap { try graph.summary(of: $0.object)?.name }
    let introduced = edges.last { $0.type == .introducedBy && $0.object == person && $0.subject != me }
    facts[.introduced] = try introduced.flatMap { try graph.summary(of: $0.subject)?.name }
    let first = try graph.interactions(with: person).last { $0.event != nil }
    facts[.metAt] = try first.flatMap { try $0.event.flatMap { try graph.summary(of: $0)?.name } }
    if let day = first?.date { facts[.metWhen] = DraftDay.phrase(day, today: today) }
  }

  /// Only where I said that I go: one with them first, then the soonest.
  private func addNextEvent(to facts: inout DraftFacts) throws {
    guard let me = try graph.me() else { return }
    let presence = try graph.relations(touching: [me, person], of: [.attended, .spokeAt, .organized])
    let theirs = Set(presence.filter { $0.subject == person }.map(\.object))
    let coming = try Set(presence.filter { $0.subject == me }.map(\.object)).compactMap { try graph.entity($0) }
      .filter { ($0.period.end ?? $0.period.start ?? today.date) > today.date }
      .filter { $0.period.start != nil || theirs.contains($0.id) }
      .sorted { ($0.period.start ?? today.date, $0.id) < ($1.period.start ?? today.date, $1.id) }
    guard let event = coming.first(where: { theirs.contains($0.id) }) ?? coming.first else { return }
    facts[.event] = event.name
    facts[.eventWhen] = DraftDay.phrase(event.period.start, today: today)
  }

  private func addAdvice(to facts: inout DraftFacts) throws {
    let given = try graph.feedback(from: person).filter { feedback in
      !feedback.text.isEmpty && (occasion.application == nil || feedback.application == occasion.application?.id)
    }
    let latest = given.last { $0.state == .acted } ?? given.last
    facts[.advice] = latest?.text
    facts[.acted] = latest?.steps.last { $0.kind == .acted }?.note
  }
}
