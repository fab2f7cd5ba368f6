import KithCore
import KithStore
import Testing

@testable import KithCLI

/// What steers a terminal is stored by no command, but an import may bring it.
@Suite struct NetworkOutputTests {
  private let name = "Eve \u{1b}]0;owned\u{7}\u{202e}\n,\"x\""

  private func fill(_ fixture: RecordsFixture) throws -> EntitySummary {
    try fixture.meetAda()
    let engines = try fixture.entity("Analytical Engines")
    let event = try fixture.entity("SwiftConf 2026")
    try fixture.write { editor in
      let eve = Entity(id: editor.identifiers.next(), kind: .person, name: name, created: editor.now)
      try editor.insert(eve)
      try editor.insert(Relation(eve.id, .worksFor, engines.id))
      try editor.insert(
        Interaction(
          id: editor.identifiers.next(), date: PartialDate("2026-10-01")!, channel: "event", participants: [eve.id],
          event: event.id))
    }
    return event.summary
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || !TerminalText.isControl($0.value) }
  }

  @Test(arguments: [CardFormat.table, .json])
  func reviewsAreHarmless(_ format: CardFormat) throws {
    try RecordsFixture.run { fixture in
      let event = try fill(fixture)
      let output = OutputSink.inMemory()
      try fixture.read { graph in
        let review = try MeetingReview(of: event, in: graph, today: fixture.invocation.today)
        try MeetingReviewOutput(review: review).write(format, .none, to: output)
      }
      #expect(output.string.contains("Eve "))
      if format == .table { #expect(isHarmless(output.string)) } else { #expect(!output.string.contains("\u{1b}")) }
    }
  }

  @Test(arguments: [OutputFormat.table, .json, .csv, .ids])
  func doorsAreHarmless(_ format: OutputFormat) throws {
    try RecordsFixture.run { fixture in
      _ = try fill(fixture)
      let output = OutputSink.inMemory()
      let count = try fixture.read { graph in
        let doors = try DoorFinder(graph, today: fixture.invocation.today).doors
        return try DoorOutput(format: format, graph: graph).write(doors, limit: nil, to: output)
      }
      #expect(count == 1)
      #expect(output.string.contains("Eve ") == (format != .ids))
      if format == .table { #expect(isHarmless(output.string)) }
      if format == .json { #expect(!output.string.contains("\u{1b}")) }
    }
  }

  /// The members of an organization, and those met at its events, each once.
  @Test func anOrganizationIsReviewedByItsPeople() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let (ada, charles) = (try fixture.entity("ada"), try fixture.entity("charles"))
      let event = try fixture.entity("SwiftConf 2026")
      let review = try fixture.write { editor in
        let club = Entity(id: editor.identifiers.next(), kind: .organization, name: "Club", created: editor.now)
        try editor.insert(club)
        try editor.insert(Relation(club.id, .hosted, event.id))
        try editor.insert(Relation(ada.id, .memberOf, club.id))
        try editor.insert(Relation(charles.id, .memberOf, club.id))
        return try MeetingReview(through: club.summary, in: editor.graph, today: fixture.invocation.today)
      }
      #expect(review.outcomes.map(\.person.name) == ["Ada Lovelace"], "nothing ever happened with Charles")
    }
  }
}
