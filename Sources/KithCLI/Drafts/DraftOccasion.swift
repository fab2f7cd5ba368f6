import KithCore
import KithStore

/// To whom a draft goes, and about which application.
struct DraftOccasion {
  let person: Entity
  let application: JobApplication?

  /// Without `reference`, the application is the one that an open follow-up of this act names, or else the only one in
  /// which the person has a part.
  /// - Throws: ``CommandError`` with exit 3 or 4.
  init(_ who: String, application reference: String?, act: FollowUp.Act, in graph: StoredGraph) throws {
    let summary = try Resolver(graph: graph).one(who, .person)
    guard let person = try graph.entity(summary.id) else { throw StoreError.unknownEntity(summary.id) }
    guard try graph.me() != person.id else { throw CommandError("'\(TerminalText.cleaned(person.name))' is you") }
    self.person = person
    let involved = try graph.applications(involving: person.id)
    if let reference {
      let found = Set(try ApplicationReference(reference, in: graph).found.map(\.application.id))
      let narrowed = involved.filter { found.contains($0.id) }
      let id =
        try narrowed.count == 1 ? narrowed[0].id : ApplicationReference(reference, in: graph).one().application.id
      application = try graph.application(id)
    } else {
      let named = Set(try graph.openFollowUps(with: person.id).filter { $0.act == act }.compactMap(\.application))
      if named.count == 1, let id = named.first {
        application = try graph.application(id)
      } else {
        application = try DraftOccasion.only(of: involved, with: person, in: graph)
      }
    }
  }

  private static func only(
    of involved: [JobApplication], with person: Entity, in graph: StoredGraph
  ) throws -> JobApplication? {
    guard involved.count > 1 else { return involved.first }
    let companies = try graph.summaries(of: involved.map(\.company))
    let list = involved.map { application in
      "  \(companies[application.company]?.name ?? "?"), \(application.position), \(application.standing)"
        + " [\(application.id.short)]"
    }
    throw CommandError(
      "\(TerminalText.cleaned(person.name)) has a part in \(involved.count) applications:\n"
        + TerminalText.cleanedLines(list),
      hint: "--application says which", code: .ambiguous)
  }

  /// The person's part in it. Somebody with several is thanked for the conversation first.
  var involvement: JobApplication.Involvement? {
    let order: [JobApplication.Involvement.Role] = [.interviewer, .hiringManager, .recruiter, .referrer, .contact]
    let parts = application?.involved.filter { $0.person == person.id } ?? []
    return order.lazy.compactMap { role in parts.last { $0.role == role } }.first
  }
}
