import KithCore
import KithStore

/// Records that I met somebody: who, where they work, at which event, through whom.
struct RecordMeeting {
  var name: String
  var date: PartialDate
  var company: String?
  var title: String?
  var event: String?
  var via: String?
  var facts = PersonFacts()
  /// Record another person even if one of that name is known.
  var isNew = false

  /// What was said, for the summary.
  var words: String?
  /// What was recorded of that day already is not recorded once more.
  var isOnce = false

  /// What became of it.
  struct Outcome {
    let person: EntitySummary
    let isKnown: Bool
    /// The interaction, and whether there was one like it already.
    let interaction: Identifier
    let isRepeated: Bool
    /// Records named for the first time.
    let news: [String]
    /// What was done, without them.
    let line: String
    let movedDoor: MovedDoor?
  }

  /// Returns the line that says what was done.
  func perform(_ editor: StoreEditor) throws -> String {
    let outcome = try record(editor)
    return outcome.line + (outcome.news.isEmpty ? "" : "; " + outcome.news.joined(separator: ", "))
  }

  func record(_ editor: StoreEditor) throws -> Outcome {
    var telling = Telling(editor)
    let (person, isKnown) = try recordPerson(editor)
    let me = try editor.requireMe()
    guard person.id != me else { throw CommandError("'\(name)' is you", hint: "kith me records your own details") }
    let employer = try company.map { try telling.company($0) }
    let isNewThere = try employer.map { try recordEmployment(of: person, at: $0, editor) } ?? false
    let place = try event.map { try telling.event($0) }
    if let place { try recordAttendance([me, person.id], at: place, editor) }
    let introducer = try via.map { try telling.person($0) }
    if let introducer { try recordIntroduction(of: person, by: introducer, editor) }
    if try !hasMet(me, person.id, editor.graph) {
      try editor.insert(Relation(me, .met, person.id, period: Period(start: date)))
    }
    let (interaction, isRepeated) = try recordInteraction(with: person, at: place, editor)
    var line = try line(person, isKnown, employer, place, introducer) + otherJobs(of: person, than: employer, editor)
    let door = try employer.flatMap { isNewThere ? try MovedDoor(person.summary, to: $0, in: editor.graph) : nil }
    if let door { line += "; " + door.sentence }
    if !isKnown { line += try DuplicateHint.sentence(for: person.id, in: editor.graph) }
    return Outcome(
      person: person.summary, isKnown: isKnown, interaction: interaction, isRepeated: isRepeated, news: telling.news,
      line: line, movedDoor: door)
  }

  /// Asked of the person met: that one has met fewer people, as far as is known.
  private func hasMet(_ me: Identifier, _ person: Identifier, _ graph: StoredGraph) throws -> Bool {
    try graph.relations(touching: [person], of: [.met]).contains { $0.subject == me && $0.object == person }
  }

  private func recordInteraction(
    with person: Entity, at event: EntitySummary?, _ editor: StoreEditor
  ) throws -> (Identifier, isRepeated: Bool) {
    let summary = (event.map { "Met at \($0.name)" } ?? "Met") + (words.map { ": " + $0 } ?? "")
    if isOnce, let known = try known(summary, person, event, editor) { return (known.id, true) }
    let interaction = Interaction(
      id: editor.identifiers.next(), date: date, channel: event == nil ? "meeting" : "event",
      participants: [person.id], summary: summary, event: event?.id)
    try editor.insert(interaction)
    return (interaction.id, false)
  }

  /// What was recorded of the meeting; where nothing is said of it now, more may have been said then.
  private func known(
    _ summary: String, _ person: Entity, _ event: EntitySummary?, _ editor: StoreEditor
  ) throws -> Interaction? {
    try editor.graph.interactions(with: person.id).first {
      $0.date == date && $0.event == event?.id
        && ($0.summary == summary || words == nil && $0.summary.hasPrefix(summary + ":"))
    }
  }

  private func recordPerson(_ editor: StoreEditor) throws -> (Entity, isKnown: Bool) {
    let name = try NameArgument.checked(name)
    let resolver = Resolver(graph: editor.graph)
    let isReference = resolver.isReference(name)
    let known = isNew ? nil : isReference ? try resolver.one(name, .person) : try resolver.whole(name, .person)
    if known == nil, !isNew { try checkContactPoints(editor) }
    if let known, var person = try editor.graph.entity(known.id) {
      try checkSamePerson(person)
      facts.add(to: &person)
      try editor.update(person)
      return (person, true)
    }
    var person = Entity(id: editor.identifiers.next(), kind: .person, name: name, created: editor.now)
    person.personName = PersonName(parsing: name)
    facts.add(to: &person)
    try editor.insert(person)
    return (person, false)
  }

  /// Somebody known under this name but under other e-mail addresses may be another person.
  private func checkSamePerson(_ person: Entity) throws {
    let known = Set(person.emails.map { SearchKey.email($0.address) })
    let told = Set(facts.emails.map(SearchKey.email))
    guard !known.isEmpty, !told.isEmpty, known.isDisjoint(with: told) else { return }
    throw CommandError(
      "'\(person.name)' is known under another e-mail address [\(person.id.short)]",
      hint: "--new records another person of that name; kith person edit \(person.id.short) --email adds the address",
      code: .ambiguous)
  }

  /// Somebody of another name has the same e-mail address or phone number.
  private func checkContactPoints(_ editor: StoreEditor) throws {
    for point in facts.emails + facts.phones {
      guard let other = try editor.graph.matches(point, among: [.person]).exact.first else { continue }
      throw CommandError(
        "\(TerminalText.cleaned(other.name)) has '\(TerminalText.cleaned(point))' already [\(other.id.short)]",
        hint: "--new records another person; kith met \"\(TerminalText.cleaned(other.name))\" meets that one again",
        code: .ambiguous)
    }
  }

  /// Whether they did not work there before, as far as was known.
  private func recordEmployment(of person: Entity, at company: EntitySummary, _ editor: StoreEditor) throws -> Bool {
    let known = try editor.graph.relations(touching: [person.id], of: [.worksFor]).filter {
      $0.subject == person.id && $0.object == company.id && !$0.period.isOver(on: date)
    }
    if let same = known.first(where: { title == nil || $0.title == nil || $0.title == title }) {
      if same.title == nil, let title {
        var titled = same
        titled.title = title
        try editor.replace(same, by: titled)
      }
      return false
    }
    try editor.insert(Relation(person.id, .worksFor, company.id, title: title))
    return known.isEmpty
  }

  /// "; still at Initech too", where a new employer was told and an old one is not over.
  private func otherJobs(of person: Entity, than employer: EntitySummary?, _ editor: StoreEditor) throws -> String {
    guard let employer else { return "" }
    let others = try editor.graph.relations(touching: [person.id], of: [.worksFor]).filter {
      $0.subject == person.id && $0.object != employer.id && !$0.period.isOver(on: date)
    }
    let names = try others.compactMap { try editor.graph.summary(of: $0.object)?.name }
    return names.isEmpty ? "" : "; still at \(names.joined(separator: ", ")) too"
  }

  private func recordAttendance(_ people: [Identifier], at event: EntitySummary, _ editor: StoreEditor) throws {
    for person in people where try !editor.graph.hasRelation(person, .attended, event.id) {
      try editor.insert(Relation(person, .attended, event.id))
    }
  }

  private func recordIntroduction(of person: Entity, by introducer: EntitySummary, _ editor: StoreEditor) throws {
    guard introducer.id != person.id else {
      throw CommandError("nobody introduces themselves: --via names the person met")
    }
    if try !editor.graph.hasRelation(person.id, .introducedBy, introducer.id) {
      try editor.insert(Relation(person.id, .introducedBy, introducer.id, period: Period(start: date)))
    }
  }

  private func line(
    _ person: Entity, _ isKnown: Bool, _ company: EntitySummary?, _ event: EntitySummary?, _ via: EntitySummary?
  ) -> String {
    var line = (isKnown ? "met again: " : "recorded ") + person.name
    switch (title, company) {
    case (let title?, let company?): line += ", \(title) at \(company.name)"
    case (nil, let company?): line += " at \(company.name)"
    default: break
    }
    if let event { line += ", met at \(event.name)" }
    if let via { line += ", introduced by \(via.name)" }
    return line
  }
}

extension ContactGraph {
  /// Whether there is an edge of this type between these ends, whatever its dates.
  func hasRelation(_ subject: Identifier, _ type: RelationType, _ object: Identifier) throws -> Bool {
    try relations(touching: [subject], of: [type]).contains { $0.subject == subject && $0.object == object }
  }
}
