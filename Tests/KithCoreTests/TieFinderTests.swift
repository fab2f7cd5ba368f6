import KithCore
import Testing

struct TieFinderTests {
  private static func id(_ number: UInt64) -> Identifier { Identifier(high: 7, low: number) }

  private static func entity(_ number: UInt64, _ name: String, _ kind: Entity.Kind = .person) -> Entity {
    Entity(id: id(number), kind: kind, name: name, created: Timestamp(secondsSince1970: 0))
  }

  private static let names: [UInt64: String] = [
    1: "Me", 2: "Interviewer", 3: "Employee", 4: "Former", 5: "Recruiter", 6: "Attendee", 7: "Introduced",
    8: "Stranger",
    9: "Referrer",
  ]

  private var graph: InMemoryGraph {
    get throws {
      func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
      var graph = InMemoryGraph()
      graph.owner = Self.id(1)
      graph.entities = Self.names.sorted { $0.key < $1.key }.map { Self.entity($0.key, $0.value) }
      graph.entities += [Self.entity(20, "Acme", .company), Self.entity(21, "AcmeConf", .event)]
      func edge(_ from: UInt64, _ type: RelationType, _ to: UInt64, _ period: Period = .unknown) -> Relation {
        Relation(Self.id(from), type, Self.id(to), period: period)
      }
      graph.relations = [
        edge(3, .worksFor, 20, Period(start: try date("2020"))),
        edge(4, .worksFor, 20, Period(start: try date("2010"), end: try date("2015"))), edge(5, .recruitsFor, 20),
        edge(20, .hosted, 21), edge(6, .attended, 21), edge(8, .attended, 21), edge(1, .attended, 21),
        edge(1, .met, 6), edge(7, .introducedBy, 3), edge(1, .worksFor, 20),
      ]
      graph.applications = [
        JobApplication(
          id: Self.id(30), company: Self.id(20), position: "Engineer",
          outcome: JobApplication.Outcome(.rejected, on: try date("2026-02-01")),
          involved: [
            JobApplication.Involvement(Self.id(2), as: .interviewer),
            JobApplication.Involvement(Self.id(9), as: .referrer),
          ])
      ]
      return graph
    }
  }

  private func ties() throws -> CompanyTies {
    let today = try #require(PartialDate("2026-11-02"))
    return try TieFinder(try graph, today: today).ties(to: EntitySummary(id: Self.id(20), kind: .company, name: "Acme"))
  }

  @Test func everyoneByTheStrengthOfTheirTie() throws {
    let people = try ties().people
    #expect(
      people.map(\.person.name) == [
        "Interviewer", "Referrer", "Employee", "Recruiter", "Former", "Attendee", "Introduced",
      ])
    #expect(
      people.compactMap(\.ties.first?.kind) == [
        .interviewedMe, .referredMe, .worksThereNow, .recruitsForIt, .workedThere, .metAtItsEvent, .introducedByThem,
      ])
  }

  @Test func evidence() throws {
    let people = Dictionary(uniqueKeysWithValues: try ties().people.map { ($0.person.name, $0.ties) })
    #expect(people["Employee"]?.first?.wasThereForAnswer == true)
    #expect(people["Former"]?.first?.wasThereForAnswer == false)
    #expect(people["Attendee"]?.first?.via?.name == "AcmeConf")
    #expect(people["Introduced"]?.first?.via?.name == "Employee")
    #expect(people["Interviewer"]?.first?.detail == "interviewer, Engineer")
    #expect(try ties().rejection?.date == PartialDate("2026-02-01"))
  }

  @Test func nobodyIsTiedToAnUnknownCompany() throws {
    let today = try #require(PartialDate("2026-11-02"))
    let company = EntitySummary(id: Self.id(99), kind: .company, name: "Nobody")
    #expect(try TieFinder(try graph, today: today).ties(to: company).people.isEmpty)
  }
}
