import KithCore
import KithStore
import Testing

@testable import KithCLI

struct BriefTests {
  private static let today = CivilDay("2026-11-23")!

  private func lines(_ fixture: RecordsFixture, _ terminal: Terminal = .none) throws -> [String] {
    let ada = try fixture.entity("ada").id
    let output = OutputSink.inMemory()
    try fixture.read { graph in
      try Brief(ada, in: graph, today: BriefTests.today)?.write(to: output, terminal: terminal)
    }
    return output.string.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// More of everything than there is room for.
  private func tellEverything(_ fixture: RecordsFixture) throws {
    let (ada, company) = (try fixture.entity("ada").id, try fixture.entity("analytical").id)
    try fixture.write { (editor: StoreEditor) throws -> Void in
      let me = try editor.requireMe()
      for number in 0..<9 {
        let friend = Entity(
          id: editor.identifiers.next(), kind: .person, name: "Friend \(number)", created: editor.now)
        try editor.insert(friend)
        try editor.insert(Relation(ada, .knows, friend.id))
        try editor.insert(Relation(friend.id, .knows, me))
        try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: PartialDate("2026-11-0\(number + 1)")!, channel: "call",
            participants: [ada], summary: String(repeating: "engines \u{1b}[2J\n", count: 40)))
        for party in FollowUp.Party.allCases {
          try editor.save(
            FollowUp(
              id: editor.identifiers.next(), .keepPromise, ada, owedBy: party, due: BriefTests.today + number,
              what: "book \(number)", created: editor.now))
        }
        try editor.save(
          JobApplication(
            id: editor.identifiers.next(), company: company, position: "Engineer \(number)",
            involved: [JobApplication.Involvement(ada, as: .interviewer)]))
      }
      try editor.save(KeepInTouch(ada, every: Interval("6w")!, since: CivilDay("2026-11-09")!))
    }
  }

  @Test func aBriefIsTenLinesUnderAName() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      try tellEverything(fixture)
      var narrow = Terminal.none
      narrow.width = 60
      for terminal in [Terminal.none, narrow] {
        let lines = try lines(fixture, terminal)
        #expect(lines.count == 11, "\(lines)")
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains { TerminalText.isControl($0.value) } })
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= terminal.width ?? 260 }, "\(lines)")
      }
      let all = try lines(fixture)
      #expect(all[0] == "Ada Lovelace, CTO at Analytical Engines")
      #expect(all[1] == "  met       2026-10-01, at SwiftConf 2026, introduced by Charles Babbage")
      #expect(all[2].hasSuffix("; and 7 more"))
      #expect(all[3].hasPrefix("  contact   2026-11-09 call: engines"))
      #expect(
        all[6] == "  you owe   book 0 (today); book 1 (2026-11-24); book 2 (2026-11-25); and 6 more")
      #expect(all[8] == "  touch     every 6w, next on 2026-12-21")
      #expect(all[9] == "  shared    Friend 0, Friend 1, Friend 2, Friend 3, Friend 4, and 5 more")
      #expect(all[10] == "  note      first line second line")
    }
  }

  @Test func nothingKnownIsTheNameAlone() throws {
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        try editor.insert(
          Entity(id: editor.identifiers.next(), kind: .person, name: "Ada Lovelace", created: editor.now))
      }
      #expect(try lines(fixture) == ["Ada Lovelace"])
    }
  }
}
