import KithCore
import KithStore

/// One step of an introduction after the first: agreed, declined, made, met, thanked.
struct IntroductionStep {
  /// The connector, or the person to be met.
  var who: String
  /// The other of the two.
  var other: String?
  var kind: Introduction.Step.Kind
  var date: PartialDate
  var note: String?
  var entry: String?
  /// Made though one of the two is not known to have agreed.
  var isAnyway = false

  /// Returns the line that says what was done.
  func perform(_ editor: StoreEditor) throws -> String {
    let resolver = Resolver(graph: editor.graph)
    let one = try resolver.one(who, .person)
    let finder = IntroductionFinder(
      graph: editor.graph, who: one, other: try other.map { try resolver.one($0, .person) }, entry: entry)
    guard var introduction = try finder.one({ isPossible($0, one.id) }) else { throw try refusal(finder) }
    let names = try editor.graph.summaries(of: [introduction.connector, introduction.person])
    let (connector, person) = (
      names[introduction.connector]?.name ?? "?", names[introduction.person]?.name ?? "?"
    )
    if kind == .made { try checkConsent(introduction, connector, person) }
    introduction.steps.append(Introduction.Step(kind, by: side(introduction, one.id), on: date, note: note))
    try editor.save(introduction)
    if kind == .met { try recordMeeting(introduction, connector, editor) }
    let followUps = IntroductionFollowUps(
      editor: editor, introduction: introduction, names: (connector, person), today: Invocation.current.today)
    try settle(followUps)
    return line(connector, person, one.name) + (try followUps.addNext())
  }

  private func side(_ introduction: Introduction, _ one: Identifier) -> Introduction.Side? {
    guard kind == .agreed || kind == .declined else { return nil }
    return introduction.connector == one ? .connector : .person
  }

  /// Whether this step may be the next.
  private func isPossible(_ introduction: Introduction, _ one: Identifier) -> Bool {
    guard introduction.isOpen, !introduction.has(kind) || kind == .agreed else { return false }
    switch kind {
    case .asked: return false
    case .agreed:
      return !introduction.has(.made) && side(introduction, one).map { !introduction.agreed.contains($0) } ?? false
    case .declined: return !introduction.has(.met)
    case .made: return true
    case .met, .thanked: return introduction.has(.made)
    }
  }

  /// Why there is none.
  private func refusal(_ finder: IntroductionFinder) throws -> CommandError {
    let name = finder.who.name
    guard let last = try finder.all().last else {
      return CommandError(
        "no introduction by \(name) or to them is recorded", hint: "kith intro ask records that you asked for one",
        code: .notFound)
    }
    let standing = try finder.words(last)
    if (kind == .met || kind == .thanked) && last.isOpen && !last.has(.made) {
      return CommandError(
        "the introduction is not made yet: \(standing)", hint: "kith intro made records that it was made")
    }
    return CommandError("nothing to record: \(standing)", hint: "kith intro list shows where each stands")
  }

  /// Both sides have a say before an introduction is made.
  private func checkConsent(_ introduction: Introduction, _ connector: String, _ person: String) throws {
    guard !isAnyway else { return }
    let missing = Introduction.Side.allCases.filter { !introduction.agreed.contains($0) }
    guard !missing.isEmpty else { return }
    let names = missing.map { $0 == .connector ? connector : person }
    let words = names.count == 2 ? "neither \(names[0]) nor \(names[1]) has agreed" : "\(names[0]) has not agreed"
    throw CommandError(
      "\(words) to it as far as is recorded",
      hint: "kith intro agreed records it; --anyway records the introduction all the same")
  }

  private func settle(_ followUps: IntroductionFollowUps) throws {
    let day = CivilDay(date) ?? Invocation.current.today
    switch kind {
    case .declined: try followUps.settle(.skipped(on: day))
    case .made, .met: try followUps.settle(.done(on: day))
    case .thanked: try followUps.settle(.done(on: day), only: .thank)
    case .agreed where followUps.introduction.steps.last?.by == .connector: try followUps.settle(.done(on: day))
    case .agreed, .asked: break
    }
  }

  /// That they met, through whom, and that they spoke.
  private func recordMeeting(_ introduction: Introduction, _ connector: String, _ editor: StoreEditor) throws {
    let (graph, me) = (editor.graph, try editor.requireMe())
    if try !graph.hasRelation(introduction.person, .introducedBy, introduction.connector) {
      try editor.insert(
        Relation(introduction.person, .introducedBy, introduction.connector, period: Period(start: date)))
    }
    let known = try graph.relations(touching: [introduction.person], of: [.met])
    if !known.contains(where: { $0.subject == me || $0.object == me }) {
      try editor.insert(Relation(me, .met, introduction.person, period: Period(start: date)))
    }
    try editor.insert(
      Interaction(
        id: editor.identifiers.next(), date: date, channel: "meeting", participants: [introduction.person],
        summary: note ?? "Met, introduced by \(connector)", application: introduction.application))
  }

  private func line(_ connector: String, _ person: String, _ one: String) -> String {
    switch kind {
    case .asked: "asked \(connector) to introduce you to \(person) on \(date)"
    case .agreed:
      "\(one) agreed to the introduction of \(one == person ? "you by \(connector)" : "you to \(person)") on \(date)"
    case .declined: "\(one) declined on \(date): \(connector) does not introduce you to \(person)"
    case .made: "\(connector) introduced you to \(person) on \(date)"
    case .met: "met \(person) on \(date), introduced by \(connector)"
    case .thanked: "thanked \(connector) on \(date) for the introduction to \(person)"
    }
  }
}
