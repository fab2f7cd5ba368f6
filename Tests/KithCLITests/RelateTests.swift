import ArgumentParser
import KithCore
import KithStore
import Testing

@testable import KithCLI

struct RelateTests {
  private func relate(
    _ fixture: RecordsFixture, _ subject: String, _ type: RelationType, _ object: String, title: String? = nil,
    _ period: Period = .unknown
  ) throws -> String {
    try fixture.write(Relate(subject: subject, type: type, object: object, title: title, period: period).perform)
  }

  @Test func typesAreFoundInAnySpelling() throws {
    for text in ["worksFor", "worksfor", "WORKS-FOR"] {
      #expect(try RelationTypeArgument(argument: text)?.type == .worksFor)
    }
    let error = #expect(throws: CommandError.self) { try RelationTypeArgument(argument: "worksfro")?.type }
    #expect(error?.hint == "did you mean 'worksFor'?")
    #expect(error?.code == .usage)
  }

  @Test func tellingMoreCompletesWhatIsKnown() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let since = Period(start: PartialDate("2020"))
      #expect(try relate(fixture, "charles", .worksFor, "analytical") == "Charles Babbage works for Analytical Engines")
      #expect(
        try relate(fixture, "charles", .worksFor, "analytical", title: "Maker", since)
          == "Charles Babbage works for Analytical Engines (Maker, since 2020)")
      #expect(try relate(fixture, "charles", .worksFor, "analytical").hasPrefix("recorded already: "))
      #expect(try fixture.relations(of: "charles").filter { $0.relation.type == .worksFor }.count == 1)
      let ended = try relate(fixture, "charles", .worksFor, "analytical", Period(end: PartialDate("2024")))
      #expect(ended == "Charles Babbage works for Analytical Engines (Maker, 2020 to 2024)")
    }
  }

  @Test func symmetricTypesAreOne() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try relate(fixture, "ada", .knows, "charles")
      #expect(try relate(fixture, "charles", .knows, "ada").hasPrefix("recorded already"))
      let removed = try fixture.write(Unrelate(subject: "charles", type: .knows, object: "ada").perform)
      #expect(removed == "removed 1 relation: Charles Babbage knows Ada Lovelace")
    }
  }

  @Test func wrongEndsAreRefused() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      #expect(throws: StoreError.wrongEnds(.worksFor)) { try relate(fixture, "ada", .worksFor, "charles") }
      #expect(throws: CommandError.self) { try relate(fixture, "ada", .knows, "ada") }
      let error = #expect(throws: CommandError.self) {
        try fixture.write(Unrelate(subject: "ada", type: .friendOf, object: "charles").perform)
      }
      #expect(error?.code == .notFound)
      #expect(error?.hint == "between them there is 'introducedBy'")
    }
  }
}
