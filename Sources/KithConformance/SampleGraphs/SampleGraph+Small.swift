import KithCore

extension SampleGraph {
  /// Three people, a company and an event, as an evening's introductions leave them.
  public static let small: InMemoryGraph = {
    var graph = InMemoryGraph()
    let sam = person(1, "Sam Rivera", email: "sam@example.org")
    var ada = person(2, "Ada Lovelace", email: "ada@example.com")
    ada.phones = [PhoneNumber("+44 20 7946 0018", details: ContactDetails(types: ["work"]))]
    ada.tags = ["compilers"]
    let charles = person(3, "Charles Babbage", email: "charles@example.com")
    let company = entity(4, .company, "Analytical Engines")
    var conference = entity(5, .event, "SwiftConf 2026")
    conference.period = Period(start: PartialDate("2026-10-05"), end: PartialDate("2026-10-07"))
    graph.owner = sam.id
    graph.entities = [sam, ada, charles, company, conference]
    graph.relations = [
      Relation(sam.id, .met, ada.id, period: Period(start: PartialDate("2026-10-05"))),
      Relation(sam.id, .attended, conference.id),
      Relation(ada.id, .worksFor, company.id, title: "CTO", period: Period(start: PartialDate("2021"))),
      Relation(ada.id, .introducedBy, charles.id),
      Relation(ada.id, .spokeAt, conference.id),
      Relation(charles.id, .founded, company.id, period: Period(start: PartialDate("1837"))),
      Relation(company.id, .hosted, conference.id),
    ]
    return graph
  }()

  private static func person(_ number: UInt64, _ name: String, email: String) -> Entity {
    var person = entity(number, .person, name)
    person.personName = PersonName(parsing: name)
    person.emails = [EmailAddress(email, details: ContactDetails(types: ["work"]))]
    return person
  }
}
