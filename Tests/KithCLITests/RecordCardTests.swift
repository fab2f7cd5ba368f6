import KithCore
import KithStore
import Testing

@testable import KithCLI

struct RecordCardTests {
  private func card(_ fixture: RecordsFixture, _ reference: String, width: Int? = 80) throws -> String {
    try fixture.read { graph in
      let output = OutputSink.inMemory()
      let terminal = Terminal(width: width, color: false, canAsk: false, showsProgress: false)
      for details in try RecordDetails.matching(reference, among: Set(Entity.Kind.allCases), in: graph) {
        try RecordCard(details: details, today: PartialDate("2026-11-23")!, isWhole: false)
          .write(to: output, terminal: terminal)
      }
      return output.string
    }
  }

  @Test func cardTellsWhatIsKnown() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let id = try fixture.entity("ada").id
      #expect(
        try card(fixture, "ada") == """
          Ada Lovelace
            works for  Analytical Engines, CTO
            met        2026-10-01, at SwiftConf 2026, introduced by Charles Babbage
            e-mail     ada@example.com
            tags       compilers
            note       first line
                       second line
            attended   SwiftConf 2026
            contact    2026-10-01 event: Met at SwiftConf 2026
            recorded   2026-11-23
            id         \(id)

          """)
      #expect(try card(fixture, "swiftconf").contains("was attended by  Me, Ada Lovelace"))
      #expect(try card(fixture, "charles").contains("introduced  Ada Lovelace (2026-10-01)"))
      #expect(try card(fixture, "analytical").contains("people now  Ada Lovelace, CTO"))
    }
  }

  @Test(arguments: SampleEntities.hostile)
  func nothingReachesTheTerminal(_ text: String) throws {
    try RecordsFixture.run { fixture in
      let entity = SampleEntities.hostilePerson(text)
      try fixture.write { try $0.insert(entity) }
      for width in [40, 80] {
        let lines = try card(fixture, entity.id.description, width: width).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
        #expect(!lines.joined().unicodeScalars.contains { TerminalText.isControl($0.value) })
      }
    }
  }

  @Test func longListsAreShortened() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let company = try fixture.entity("analytical")
      try fixture.write { editor in
        for number in 0..<30 {
          let person = Entity(id: editor.identifiers.next(), kind: .person, name: "P\(number)", created: editor.now)
          try editor.insert(person)
          try editor.insert(Relation(person.id, .worksFor, company.id))
        }
      }
      #expect(try card(fixture, "analytical").contains("… and 19 more (--all)"))
    }
  }

  @Test func jsonHoldsEverything() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let json = try fixture.read { graph in
        let output = OutputSink.inMemory()
        try RecordJSON.write(try RecordDetails.matching("ada", among: [.person], in: graph), to: output)
        return output.string
      }
      #expect(json.hasPrefix(#"{"schema":1,"records":[{"id":""#))
      for part in [
        #""emails":[{"address":"ada@example.com"}]"#, #""type":"worksFor","phrase":"works for","end":"subject""#,
        #""summary":"Met at SwiftConf 2026""#, #""applications":[]"#,
      ] { #expect(json.contains(part)) }
    }
  }

  @Test func textIsWrappedAtSpaces() {
    #expect(TextWrapping.lines(of: "one two three", width: 7) == ["one two", "three"])
    #expect(TextWrapping.lines(of: "abcdefghij k", width: 4) == ["abcd", "efgh", "ij k"])
    #expect(TextWrapping.lines(of: "日本語 日本", width: 5) == ["日本", "語", "日本"])
    #expect(TextWrapping.lines(of: "a", width: nil) == ["a"])
  }
}
