import KithCore
import KithStore
import Testing

@testable import KithCLI

struct DueActsTests {
  private static let today = CivilDay("2026-11-23")!

  /// Ada to be thanked and asked for feedback, Charles to be kept in touch with since 2026-09-01.
  private func fixture(_ body: (RecordsFixture) throws -> Void) throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let (ada, charles) = (try fixture.entity("ada").id, try fixture.entity("charles").id)
      try fixture.write { editor in
        let now = editor.now
        try editor.save(FollowUp(id: DueActsTests.id(0xa), .thank, ada, due: CivilDay("2026-11-20"), created: now))
        try editor.save(
          FollowUp(id: DueActsTests.id(0xb), .askFeedback, ada, due: DueActsTests.today, what: "tests", created: now))
        try editor.save(KeepInTouch(charles, every: Interval("6w")!, since: CivilDay("2026-09-01")!))
      }
      try body(fixture)
    }
  }

  private static func id(_ digit: UInt64) -> Identifier {
    Identifier(high: digit << 60 | 0x4000, low: 0x8000_0000_0000_0000 | digit)
  }

  private func find(_ fixture: RecordsFixture, _ words: String...) throws -> String {
    try fixture.read { try OpenActFinder(graph: $0, today: DueActsTests.today).one(words).sentence }
  }

  private func ranked(_ fixture: RecordsFixture, limit: Int = 9) throws -> [OpenAct] {
    try fixture.read {
      try Agenda(graph: $0, today: DueActsTests.today).ranked(through: DueActsTests.today, limit: limit)
    }
  }

  private func error(_ fixture: RecordsFixture, _ words: String...) -> CommandError? {
    #expect(throws: CommandError.self) {
      try fixture.read { try OpenActFinder(graph: $0, today: DueActsTests.today).one(words).sentence }
    }
  }

  private func settle(
    _ fixture: RecordsFixture, _ words: [String], on day: String = "2026-11-23", by channel: String? = nil,
    note: String? = nil, isSkipped: Bool = false
  ) throws -> String {
    try fixture.write { editor in
      let act = try OpenActFinder(graph: editor.graph, today: DueActsTests.today).one(words)
      let settle = SettleAct(day: CivilDay(day)!, channel: channel, note: note)
      return try isSkipped ? settle.skipped(act, editor) : settle.done(act, editor)
    }
  }

  // MARK: References

  @Test func oneIsFoundByPersonActAndId() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let thank = "thank Ada Lovelace"
      #expect(try find(fixture, "thank", "ada") == thank)
      #expect(try find(fixture, "ada", "thank") == thank)
      #expect(try find(fixture, "thank ada") == thank)
      #expect(try find(fixture, "THANK", "ada", "lovelace") == thank)
      #expect(try find(fixture, "a0000000") == thank)
      #expect(try find(fixture, "feedback", "ada") == "ask Ada Lovelace for feedback: tests")
      #expect(try find(fixture, "askFeedback", "ada") == "ask Ada Lovelace for feedback: tests")
      #expect(try find(fixture, "charles") == "keep in touch with Charles Babbage, every 6w since 2026-09-01")
      #expect(try find(fixture, "touch", "charles") == "keep in touch with Charles Babbage, every 6w since 2026-09-01")
    }
  }

  @Test func severalAndNoneAreErrors() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let several = error(fixture, "ada")
      #expect(several?.code == .ambiguous)
      #expect(
        several?.message == """
          'Ada Lovelace' may mean 2 things to do:
            thank Ada Lovelace, 3 days late [a0000000]
            ask Ada Lovelace for feedback: tests, today [b0000000]
          """)
      let none = error(fixture, "renew", "ada")
      #expect(none?.code == .notFound)
      #expect(none?.hint?.hasPrefix("there is thank Ada Lovelace, 3 days late [a0000000]") == true)
      #expect(error(fixture, "zoe")?.code == .notFound)
      #expect(error(fixture, "thank", "charles")?.code == .notFound)
      #expect(error(fixture, "ada", "lovelace")?.code == .usage)
      #expect(error(fixture, "touch", "ada")?.code == .notFound)
    }
  }

  @Test func whatIsSettledIsNotFoundAgain() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      _ = try settle(fixture, ["a0000000"])
      let again = error(fixture, "a0000000")
      #expect(again?.message == "'a0000000' is done already on 2026-11-23")
      #expect(try find(fixture, "ada") == "ask Ada Lovelace for feedback: tests")
    }
  }

  // MARK: Done and skipped

  @Test func doneSaysWhenAndKeepsTheNote() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      #expect(
        try settle(fixture, ["thank", "ada"], on: "2026-11-21", note: "by hand")
          == "done on 2026-11-21: thank Ada Lovelace")
      let thanked = try fixture.read { try $0.followUp(DueActsTests.id(0xa)) }
      #expect(thanked?.state == .done(on: CivilDay("2026-11-21")!))
      #expect(thanked?.what == "by hand")
      let ada = try fixture.entity("ada").id
      #expect(try fixture.read { try $0.interactions(with: ada).count } == 1, "the meeting alone")
    }
  }

  @Test func byAChannelIsAnInteraction() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      #expect(
        try settle(fixture, ["feedback", "ada"], by: "call")
          == "done on 2026-11-23: ask Ada Lovelace for feedback: tests; logged call")
      let ada = try fixture.entity("ada").id
      try fixture.read { (graph: StoredGraph) throws -> Void in
        let call = try graph.interactions(with: ada).first
        #expect((call?.channel, call?.summary) == ("call", "tests"))
        #expect(try graph.followUp(DueActsTests.id(0xb))?.interaction == call?.id)
      }
    }
  }

  @Test func touchRestartsTheInterval() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let charles = try fixture.entity("charles").id
      #expect(
        try settle(fixture, ["charles"], on: "2026-11-20")
          == "in touch with Charles Babbage on 2026-11-20; next on 2027-01-01")
      try fixture.read { (graph: StoredGraph) throws -> Void in
        #expect(try graph.keepInTouch(with: charles)?.since == CivilDay("2026-11-20")!)
        #expect(try graph.interactions(with: charles).isEmpty, "nobody said how")
      }
      #expect(
        try settle(fixture, ["charles"], by: "coffee", note: "looms")
          == "in touch with Charles Babbage on 2026-11-23; logged coffee; next on 2027-01-04")
      #expect(try fixture.read { try $0.interactions(with: charles).map(\.summary) } == ["looms"])
      #expect(throws: CommandError.self) { try settle(fixture, ["charles"], on: "2026-11-01") }
      #expect(throws: CommandError.self) { try settle(fixture, ["charles"], note: "of what") }
    }
  }

  @Test func skippedIsOverAndAnIntervalGoesOn() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      #expect(try settle(fixture, ["thank", "ada"], isSkipped: true) == "skipped: thank Ada Lovelace")
      #expect(
        try settle(fixture, ["charles"], isSkipped: true)
          == "skipped: keep in touch with Charles Babbage; next on 2027-01-04")
      let charles = try fixture.entity("charles").id
      let kept = try fixture.read { try $0.keepInTouch(with: charles) }
      #expect(kept?.since == CivilDay("2026-09-01")!, "nobody was in touch")
    }
  }

  // MARK: The order and the words

  @Test func whatPressesMostComesFirst() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let acts = try ranked(fixture)
      #expect(acts.map(\.facts.act) == [.thank, .askFeedback, .keepInTouch])
      #expect(acts.map(\.rank.points) == [111, 70, 68])
      #expect(
        DueOutput.arithmetic(acts[2]) == "48 for 41 days late of 42 + 20 keep in touch; 83 days since the last touch")
      let one = try ranked(fixture, limit: 1)
      #expect(one.map(\.facts.act) == [.thank])
    }
  }

  @Test func aNoIsNamedOnlyWhenAsked() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let (ada, company) = (try fixture.entity("ada").id, try fixture.entity("analytical").id)
      try fixture.write { editor in
        let application = JobApplication(
          id: DueActsTests.id(0xc), company: company, position: "Engineer",
          outcome: JobApplication.Outcome(.rejected, on: PartialDate("2026-11-02")))
        try editor.save(application)
        try editor.save(
          FollowUp(
            id: DueActsTests.id(0xa), .thank, ada, due: CivilDay("2026-11-20"), why: "rejected at Analytical Engines",
            application: application.id, created: editor.now))
      }
      let acts = try ranked(fixture)
      for format in [true, false] {
        for names in [true, false] {
          let output = OutputSink.inMemory()
          let rows = DueOutput(today: DueActsTests.today, namesRejections: names)
          try format ? rows.writeJSON(acts, output) : rows.writeTable(acts, .none, output)
          #expect(output.string.contains("thank"))
          #expect(output.string.contains("rejected") == names)
        }
      }
    }
  }

  @Test func storedTextNeverSteersTheTerminal() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let ada = try fixture.entity("ada").id
      try fixture.write { editor in
        try editor.save(
          FollowUp(
            id: DueActsTests.id(0xa), .keepPromise, ada, due: CivilDay("2026-11-20"), what: "a\u{1b}[2J\nb\u{7}",
            why: "c\u{9b}d", created: editor.now))
      }
      let output = OutputSink.inMemory()
      try fixture.read { (graph: StoredGraph) throws -> Void in
        let acts = try Agenda(graph: graph, today: DueActsTests.today).ranked(through: DueActsTests.today, limit: 9)
        try DueOutput(today: DueActsTests.today, showsArithmetic: true).writeTable(acts, .none, output)
        try Brief(ada, in: graph, today: DueActsTests.today)?.write(to: output, terminal: .none)
      }
      let controls = output.string.unicodeScalars.filter { $0 != "\n" && TerminalText.isControl($0.value) }
      #expect(controls.isEmpty)
      #expect(output.string.split(separator: "\n").allSatisfy { !$0.hasPrefix("b") })
      #expect(error(fixture, "ada")?.message.contains("\u{1b}") == false)
    }
  }

  @Test func everyActIsTypedAndSaid() {
    for act in FollowUp.Act.allCases {
      #expect(ActWords.act(act.rawValue) == act)
      #expect(ActWords.act(act.rawValue.uppercased()) == act)
      #expect(ActWords.sentence(act, "Ada").contains("Ada"))
    }
    for word in ActWords.list.split(separator: ", ") { #expect(ActWords.act(String(word)) != nil, "\(word)") }
    #expect(ActWords.act("hug") == nil)
  }

  @Test func tellingWhoGaveAdviceIsAStepOfTheAdvice() throws {
    try fixture { (fixture: RecordsFixture) throws -> Void in
      let ada = try fixture.entity("ada").id
      try fixture.write { editor in
        try editor.save(
          Feedback(
            id: DueActsTests.id(0xc), giver: ada, text: "say it aloud", steps: [.init(.received), .init(.acted)]))
        try editor.save(
          FollowUp(id: DueActsTests.id(0xd), .reportBack, ada, due: DueActsTests.today, created: editor.now))
      }
      _ = try settle(fixture, ["report", "ada"])
      let feedback = try fixture.read { try $0.feedback(from: ada) }
      #expect(feedback.map(\.state) == [.reportedBack])
    }
  }
}
