import KithCore
import KithStore

/// Records that a thank-you note went out, and settles what was to be done about it.
struct RecordThanks {
  var who: String
  var application: String?
  var topic: String?
  var day: CivilDay

  /// Returns the line that says what was done.
  func perform(_ editor: StoreEditor) throws -> String {
    let graph = editor.graph
    let occasion = try DraftOccasion(who, application: application, act: .thank, in: graph)
    let person = occasion.person
    let note = Interaction(
      id: editor.identifiers.next(), date: day.date, channel: "email", participants: [person.id],
      summary: "thank-you note" + (topic.map(DraftFacts.line).flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""),
      application: occasion.application?.id)
    try editor.insert(note)
    let settled = try graph.openFollowUps(with: person.id).filter { followUp in
      followUp.act == .thank && followUp.owedBy == .me
        && (followUp.application == nil || followUp.application == occasion.application?.id)
    }
    for var followUp in settled {
      followUp.state = .done(on: day)
      followUp.interaction = followUp.interaction ?? note.id
      try editor.save(followUp)
    }
    if settled.isEmpty { try editor.save(done(for: occasion, note, editor)) }
    return "recorded a thank-you note to \(person.name) on \(day)" + (try words(occasion, graph))
      + RecordThanks.words(settled)
  }

  /// A note that nothing had asked for is one all the same: kith reflect counts what was done.
  private func done(for occasion: DraftOccasion, _ note: Interaction, _ editor: StoreEditor) -> FollowUp {
    FollowUp(
      id: editor.identifiers.next(), .thank, occasion.person.id, due: day, application: occasion.application?.id,
      interaction: note.id, state: .done(on: day), created: editor.now)
  }

  private func words(_ occasion: DraftOccasion, _ graph: StoredGraph) throws -> String {
    guard let application = occasion.application else { return "" }
    let company = try graph.summary(of: application.company)?.name
    return ", for \(application.position)" + (company.map { " at \($0)" } ?? "")
  }

  private static func words(_ settled: [FollowUp]) -> String {
    if settled.isEmpty { return "; no thank-you was open" }
    let due = settled.map { $0.due.map { "due \($0)" } ?? "without a date" }
    return "; done: the thank-you " + due.joined(separator: ", the thank-you ")
  }
}
