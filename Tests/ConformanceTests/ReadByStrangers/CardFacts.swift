import KithCore

/// What an address book shows of a person, and what it must give back as it was.
struct CardFacts: Equatable, Codable {
  var name: String
  var emails: [String]
  var phones: [String]
  var company: String
  var title: String

  /// The people of a graph as a vCard says them: with the jobs they have now.
  static func expected(of graph: InMemoryGraph, on day: PartialDate) throws -> [CardFacts] {
    var facts: [CardFacts] = []
    try graph.forEachEntity(of: [.person], relations: [.worksFor]) { person, jobs in
      let job = jobs.first { !$0.period.isOver(on: day) }
      facts.append(
        CardFacts(
          name: person.name, emails: person.emails.map(\.address), phones: person.phones.map(\.number),
          company: job?.object.name ?? "", title: job?.title ?? ""))
    }
    return facts
  }
}
