import KithCore
import Testing

@Suite struct GroupCardTests {
  private static let member = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
  private static let cards = [
    "3.0": "N:Friends;;;;\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:\(member)\n"
      + "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada-1\n",
    "4.0": "KIND:group\nMEMBER:urn:uuid:\(member)\nMEMBER:urn:uuid:ada-1\n",
  ]

  private func file(_ version: String) -> String {
    "BEGIN:VCARD\nVERSION:\(version)\nUID:ada-1\nFN:Ada\nN:A\nEND:VCARD\nBEGIN:VCARD\nVERSION:\(version)\n"
      + "UID:11111111-2222-4333-8444-555555555555\nFN:Friends\n" + (GroupCardTests.cards[version] ?? "") + "END:VCARD\n"
  }

  private func graph(_ reading: Reading) -> InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = reading.entities
    let ids = Set(reading.entities.map(\.id))
    for relation in reading.relations {
      guard case .id(let subject) = relation.subject, case .id(let object) = relation.object, ids.contains(subject)
      else { continue }
      graph.relations.append(Relation(subject, relation.type, object, title: relation.title))
    }
    return graph
  }

  @Test(arguments: ["3.0", "4.0"], ["3.0", "4.0", "2.1"])
  func comeBack(_ from: String, _ to: String) throws {
    let reading = try read(file(from))
    #expect(reading.entities.map(\.kind) == [.person, .organization])
    #expect(reading.relations.count == 2)
    let graph = graph(reading)
    let text = try write(graph, version: to, kinds: "all")
    let name = to == "4.0" ? "MEMBER" : "X-ADDRESSBOOKSERVER-MEMBER"
    let written = lines(text)
    #expect(
      written.filter { $0.hasPrefix(name + ":") } == [
        "\(name):urn:uuid:\(GroupCardTests.member)", "\(name):urn:uuid:ada-1",
      ])
    #expect(written.contains(to == "4.0" ? "KIND:group" : "X-ADDRESSBOOKSERVER-KIND:group"))
    #expect(!written.contains { $0.hasPrefix("X-ABShowAs") || $0.hasPrefix("ORG") || $0 == "KIND:org" })
    let again = try read(text)
    #expect(again.entities.last?.kind == .organization)
    #expect(again.relations.contains(reading.relations[1]))
  }

  @Test func membersAreThoseOfTheGraph() throws {
    var graph = graph(try read(file("4.0")))
    graph.entities.append(person("Grace", id: 5))
    graph.relations = [
      Relation(graph.entities[2].id, .memberOf, graph.entities[1].id),
      Relation(graph.entities[2].id, .memberOf, graph.entities[1].id, title: "Chair"),
    ]
    let id = graph.entities[2].id
    let written = lines(try write(graph, version: "4.0", kinds: "all"))
    #expect(
      written.filter { $0.hasPrefix("MEMBER") } == [
        "MEMBER:urn:uuid:\(GroupCardTests.member)", "MEMBER:urn:uuid:\(id)", "MEMBER;X-KITH-RELATED=1:urn:uuid:\(id)",
      ])
  }

  @Test(arguments: ["3.0", "4.0"])
  func tags(_ version: String) throws {
    var graph = InMemoryGraph()
    graph.entities = [person("Ada", id: 1), person("Grace", id: 2)]
    graph.entities[0].tags = ["math", "tea, green"]
    graph.entities[1].tags = ["math"]
    graph.entities[1].foreignUIDs = ["grace"]
    let text = try write(graph, options: [("version", version), ("lists", "groups")])
    let name = version == "4.0" ? "MEMBER" : "X-ADDRESSBOOKSERVER-MEMBER"
    let ada = "\(name):urn:uuid:11111111-1111-4111-8000-000000000001"
    #expect(lines(text).filter { $0.hasPrefix(name) } == [ada, "\(name):urn:uuid:grace", ada])
    #expect(lines(text).contains("FN:tea\\, green"))
    let again = try read(text)
    #expect(
      again.entities
        == graph.entities.map { entity in
          var entity = entity
          entity.id = entity.foreignUIDs.isEmpty ? entity.id : again.entities[1].id
          return entity
        })
    #expect(again.counts == ["tag-card": 2])
    #expect(try text == write(graph, options: [("version", version), ("lists", "groups")]))
  }
}
