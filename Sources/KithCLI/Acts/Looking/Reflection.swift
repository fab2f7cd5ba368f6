import KithCore
import KithStore

/// What was in your hands since a day, counted.
struct Reflection {
  let since: CivilDay
  let today: CivilDay
  var notesSent = 0
  var newsTold = 0
  var introductionsMade = 0
  var feedbackAsked = 0
  var feedbackReceived = 0
  var feedbackActedOn = 0
  var reportedBack = 0
  var weeks: WeekCounts
  private(set) var processes: [Process] = []
  private var met = Set<Identifier>()
  private var helped = Set<Identifier>()

  /// An application that ended in a no, and who of it you heard from or wrote to since.
  struct Process {
    var application: JobApplication
    var company: EntitySummary?
    var people: Int
    var stillInTouch: Set<Identifier>
  }

  var peopleMet: Int { met.count }
  var peopleHelped: Int { helped.count }
  var peopleStillInTouch: Int {
    processes.reduce(into: Set<Identifier>()) { $0.formUnion($1.stillInTouch) }.count
  }

  init(_ graph: StoredGraph, since: CivilDay, today: CivilDay) throws {
    self.since = since
    self.today = today
    weeks = WeekCounts(from: since, through: today)
    try graph.forEachFollowUp { count($0) }
    try graph.forEachFeedback { count($0) }
    try countRelations(graph)
    try countProcesses(graph)
  }

  /// Counts an act on its day; whether it was since the day.
  private mutating func took(_ date: PartialDate?) -> Bool {
    guard let date, let day = SinceArgument.lastDay(of: date), day >= since else { return false }
    if let day = CivilDay(date), day <= today { weeks.add(day) }
    return true
  }

  private mutating func count(_ followUp: FollowUp) {
    guard followUp.owedBy == .me, case .done(let day) = followUp.state else { return }
    // What the ledger of feedback knows of is counted there.
    guard followUp.act != .askFeedback, followUp.act != .reportBack, took(day.date) else { return }
    switch followUp.act {
    case .thank: notesSent += 1
    case .tellNews: newsTold += 1
    case .keepPromise: helped.insert(followUp.entity)
    default: break
    }
  }

  private mutating func count(_ feedback: Feedback) {
    for step in feedback.steps {
      switch step.kind {
      case .asked: if took(step.date) { feedbackAsked += 1 }
      case .received: if Reflection.isDated(step.date, since) { feedbackReceived += 1 }
      case .acted: if took(step.date) { feedbackActedOn += 1 }
      case .reportedBack: if took(step.date) { reportedBack += 1 }
      case .declined: break
      }
    }
  }

  private static func isDated(_ date: PartialDate?, _ since: CivilDay) -> Bool {
    date.flatMap { SinceArgument.lastDay(of: $0) }.map { $0 >= since } ?? false
  }

  /// Whom you met, and whom you brought to somebody.
  private mutating func countRelations(_ graph: StoredGraph) throws {
    guard let me = try graph.me() else { return }
    for relation in try graph.relations(touching: [me], of: [.met, .introducedBy]) {
      let other = relation.subject == me ? relation.object : relation.subject
      if relation.type == .met, Reflection.isDated(relation.period.start, since) { met.insert(other) }
      if relation.type == .introducedBy, relation.object == me, took(relation.period.start) { introductionsMade += 1 }
    }
  }

  private mutating func countProcesses(_ graph: StoredGraph) throws {
    var ended: [Identifier: [Int]] = [:]
    try graph.forEachApplication { application in
      guard let outcome = application.outcome, outcome.kind == .rejected else { return }
      let people = Set(application.involved.map(\.person))
      for person in people { ended[person, default: []].append(processes.count) }
      processes.append(
        Process(
          application: application, company: try graph.summary(of: application.company), people: people.count,
          stillInTouch: []))
    }
    try graph.forEachFeedback { feedback in
      for step in feedback.steps where step.kind != .acted {
        for position in ended[feedback.giver] ?? [] { touch(position, feedback.giver, on: step.date) }
      }
    }
    try graph.forEachInteraction { interaction in
      _ = took(interaction.date)
      for person in interaction.participants {
        for position in ended[person] ?? [] { touch(position, person, on: interaction.date) }
      }
    }
  }

  /// In touch since the answer came, and since the day that counts.
  private mutating func touch(_ position: Int, _ person: Identifier, on date: PartialDate?) {
    guard let day = date.flatMap({ CivilDay($0) }), day >= since, day <= today else { return }
    if let end = processes[position].application.outcome?.date.flatMap({ SinceArgument.lastDay(of: $0) }), day <= end {
      return
    }
    processes[position].stillInTouch.insert(person)
  }
}
