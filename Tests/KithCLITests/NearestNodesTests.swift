import KithCore
import KithStore
import Testing

@testable import KithCLI

/// Whom a picture shows that has no room for all.
@Suite struct NearestNodesTests {
  /// Me, Ada and Grace near, Charles further, Alan tied to nobody; a company of three and one of one.
  private func names(_ limit: Int) throws -> [String] {
    var names: [String] = []
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        func add(_ kind: Entity.Kind, _ name: String) throws -> Identifier {
          let id = editor.identifiers.next()
          _ = try editor.insert(Entity(id: id, kind: kind, name: name, created: fixture.invocation.now))
          return id
        }
        let me = try add(.person, "Sam Rivera")
        let (ada, grace) = (try add(.person, "Ada Lovelace"), try add(.person, "Grace Hopper"))
        let (charles, _) = (try add(.person, "Charles Babbage"), try add(.person, "Alan Turing"))
        let (engines, wire) = (try add(.company, "Analytical Engines"), try add(.company, "Nanosecond Wire"))
        try editor.setMe(me)
        for relation in [
          Relation(me, .knows, ada), Relation(me, .knows, grace), Relation(ada, .knows, charles),
          Relation(me, .worksFor, engines), Relation(ada, .worksFor, engines), Relation(charles, .worksFor, engines),
          Relation(grace, .worksFor, wire),
        ] { _ = try editor.insert(relation) }
        _ = try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: PartialDate("2026-11-01")!, channel: "call", participants: [grace]))
      }
      try fixture.read { graph in
        names = try NearestNodes(in: graph).chosen(limit).compactMap { try graph.summary(of: $0)?.name }
      }
    }
    return names
  }

  @Test(arguments: [
    (1, ["Sam Rivera"]), (2, ["Sam Rivera", "Analytical Engines"]),
    (4, ["Sam Rivera", "Ada Lovelace", "Grace Hopper", "Analytical Engines"]),
    (6, ["Sam Rivera", "Ada Lovelace", "Grace Hopper", "Charles Babbage", "Analytical Engines", "Nanosecond Wire"]),
    (
      9,
      [
        "Sam Rivera", "Ada Lovelace", "Grace Hopper", "Charles Babbage", "Alan Turing", "Analytical Engines",
        "Nanosecond Wire",
      ]
    ),
  ])
  func thePeopleNearestAndWhatTiesThem(_ limit: Int, _ expected: [String]) throws {
    #expect(Set(try names(limit)) == Set(expected))
  }

  /// Of two as near, the one with whom I was in touch.
  @Test func lastInTouchComesFirst() throws { #expect(try names(3).contains("Grace Hopper")) }
}
