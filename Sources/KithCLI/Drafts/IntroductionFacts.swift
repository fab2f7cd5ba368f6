import KithCore
import KithStore

/// What a request to introduce may say: whom to meet, what they do, and why.
struct IntroductionFacts {
  let graph: StoredGraph
  let connector: Entity
  let today: CivilDay

  /// Of the introduction that the connector was asked for last, unless `wanted` names somebody else to meet.
  /// - Throws: ``CommandError`` with exit 4 if there is neither.
  func add(to facts: inout DraftFacts, meeting wanted: String?) throws {
    let named = try wanted.map { try Resolver(graph: graph).one($0, .person).id }
    let introduction = try graph.introductions(about: connector.id).last {
      $0.connector == connector.id && $0.isOpen && !$0.has(.made) && (named == nil || $0.person == named)
    }
    guard let person = named ?? introduction?.person else {
      throw CommandError(
        "no introduction is asked of \(TerminalText.cleaned(connector.name))",
        hint: "--meet says whom you want to meet; kith intro ask records that you asked", code: .notFound)
    }
    facts[.wanted] = try graph.summary(of: person)?.name
    facts[.wantedWork] = try work(of: person)
    facts[.reason] = introduction?.reason
    let application = try introduction?.application.flatMap { try graph.application($0) }
    facts[.position] = application?.position
    facts[.company] = try application.flatMap { try graph.summary(of: $0.company)?.name }
  }

  /// "CTO at Initech", where they have one job.
  private func work(of person: Identifier) throws -> String? {
    let jobs = try graph.relations(touching: [person], of: [.worksFor])
      .filter { $0.subject == person && !$0.period.isOver(on: today.date) }
    guard jobs.count == 1, let company = try graph.summary(of: jobs[0].object)?.name else { return nil }
    return (jobs[0].title.map { "\($0) at " } ?? "at ") + company
  }
}
