import KithCore
import KithStore
import Testing

@testable import KithCLI

/// The ledger of advice, step by step.
struct FeedbackTests {
  /// Ada and Grace, who interviewed for a job that went to somebody else.
  static func run(_ body: (RecordsFixture) throws -> Void) throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      try fixture.write { editor in
        var grace = Entity(id: editor.identifiers.next(), kind: .person, name: "Grace Hopper", created: editor.now)
        grace.personName = PersonName(parsing: grace.name)
        try editor.insert(grace)
        let company = try Resolver(graph: editor.graph).one("analytical", .company)
        let ada = try Resolver(graph: editor.graph).one("ada", .person)
        try editor.save(
          JobApplication(
            id: editor.identifiers.next(), company: company.id, position: "Compiler engineer",
            outcome: JobApplication.Outcome(
              .rejected, on: PartialDate("2026-11-02"), stage: "onsite", reason: "more systems depth"),
            involved: [JobApplication.Involvement(ada.id, as: .interviewer)]))
      }
      try body(fixture)
    }
  }

  static func step(
    _ fixture: RecordsFixture, _ kind: Feedback.Step.Kind, _ giver: String, _ text: String? = nil,
    theme: String? = nil, entry: String? = nil, on date: String = "2026-11-20"
  ) throws -> String {
    let step = FeedbackStep(
      giver: giver, kind: kind, date: PartialDate(date)!, application: nil, theme: theme, entry: entry, text: text)
    return try fixture.write(step.perform)
  }

  private func all(_ fixture: RecordsFixture) throws -> [Feedback] {
    try fixture.read { graph in
      var found: [Feedback] = []
      try graph.forEachFeedback { found.append($0) }
      return found
    }
  }

  private func followUps(_ fixture: RecordsFixture) throws -> [FollowUp] {
    try fixture.read { graph in
      var found: [FollowUp] = []
      try graph.forEachFollowUp { found.append($0) }
      return found
    }
  }

  @Test func adviceGoesItsWay() throws {
    try Self.run { fixture in
      let about = "about Compiler engineer at Analytical Engines"
      #expect(try Self.step(fixture, .asked, "ada") == "asked Ada Lovelace for feedback \(about) on 2026-11-20")
      #expect(
        try Self.step(fixture, .received, "ada", "say it aloud", theme: "communication")
          == "feedback from Ada Lovelace, communication, \(about) on 2026-11-20")
      let acted = try Self.step(fixture, .acted, "ada", "two mock interviews")
      #expect(acted.hasSuffix("on 2026-11-20; to tell them by 2026-11-24"))
      let toTell = try #require(try followUps(fixture).first)
      #expect(toTell.act == .reportBack && toTell.isOpen && toTell.what == "two mock interviews")
      #expect(toTell.why == "acted on their feedback on communication")
      let told = try all(fixture)
      #expect(toTell.application != nil && toTell.application == told.first?.application)
      #expect(
        try Self.step(fixture, .reportedBack, "ada")
          == "reported back to Ada Lovelace on 2026-11-20; 1 follow-up done")
      #expect(try followUps(fixture).map(\.state) == [.done(on: CivilDay("2026-11-20")!)])
      let pieces = try all(fixture)
      #expect(pieces.count == 1)
      #expect(pieces[0].steps.map(\.kind) == [.asked, .received, .acted, .reportedBack])
    }
  }

  /// 2026-11-20 is a Friday, 2026-11-23 a Monday.
  @Test(arguments: [("2026-11-20", "2026-11-23"), ("2026-11-21", "2026-11-23"), ("2026-11-23", "2026-11-24")])
  func theGiverIsToldOnTheNextWorkingDay(_ today: String, _ due: String) throws {
    try Self.run { fixture in
      var invocation = fixture.invocation
      invocation.today = CivilDay(today)!
      try Invocation.$current.withValue(invocation) {
        _ = try Self.step(fixture, .received, "grace", "more tests")
        #expect(try Self.step(fixture, .acted, "grace").hasSuffix("to tell them by \(due)"))
      }
    }
  }

  @Test func whoIsAskedIsAskedOnce() throws {
    try Self.run { fixture in
      _ = try Self.step(fixture, .asked, "grace", on: "2026-11-05")
      let error = #expect(throws: CommandError.self) { try Self.step(fixture, .asked, "grace") }
      #expect(error?.message == "Grace Hopper was asked already, on 2026-11-05")
      #expect(try Self.step(fixture, .asked, "grace", theme: "code").contains("asked Grace Hopper"))
      let several = #expect(throws: CommandError.self) { try Self.step(fixture, .declined, "grace") }
      #expect(several?.code == .ambiguous)
    }
  }

  @Test func askingClosesTheFollowUpThatSaysSo() throws {
    try Self.run { fixture in
      try fixture.write { editor in
        let ada = try Resolver(graph: editor.graph).one("ada", .person)
        for act in [FollowUp.Act.askFeedback, .thank] {
          try editor.save(FollowUp(id: editor.identifiers.next(), act, ada.id, created: editor.now))
        }
      }
      #expect(try Self.step(fixture, .asked, "ada").hasSuffix("; 1 follow-up done"))
      #expect(try followUps(fixture).map(\.isOpen) == [false, true])
    }
  }

  @Test func nothingIsActedOnThatNobodySaid() throws {
    try Self.run { fixture in
      for kind in [Feedback.Step.Kind.declined, .acted, .reportedBack] {
        let error = #expect(throws: CommandError.self) { try Self.step(fixture, kind, "ada") }
        #expect(error?.code == .notFound)
      }
      let pieces = try all(fixture)
      #expect(pieces.isEmpty)
    }
  }

  @Test func oneFollowUpTellsOfEverything() throws {
    try Self.run { fixture in
      _ = try Self.step(fixture, .received, "grace", "more tests", theme: "craft")
      _ = try Self.step(fixture, .received, "grace", "fewer words", theme: "communication")
      let several = #expect(throws: CommandError.self) { try Self.step(fixture, .acted, "grace") }
      #expect(several?.code == .ambiguous)
      _ = try Self.step(fixture, .acted, "grace", theme: "craft")
      #expect(
        try Self.step(fixture, .acted, "grace", theme: "communication").contains("to tell them by 2026-11-24 already"))
      #expect(try followUps(fixture).count == 1)
      let first = try Self.step(fixture, .reportedBack, "grace", theme: "craft")
      #expect(!first.contains("done"))
      #expect(try Self.step(fixture, .reportedBack, "grace").hasSuffix("1 follow-up done"))
    }
  }

  @Test func undoTakesBackTheStepAndItsFollowUp() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("kith me 'Jo Doe'; kith met 'Grace Hopper'; kith feedback received grace 'more tests'")
    let before = try kith.run("kith export jsonl").output
    #expect(try kith.run("kith feedback acted grace --dry-run").status == 0)
    #expect(try kith.run("kith export jsonl").output == before)
    #expect(try kith.run("kith feedback acted grace 'wrote some'").status == 0)
    #expect(try kith.run("kith export jsonl").output != before)
    #expect(try kith.run("kith undo").status == 0)
    #expect(try kith.run("kith export jsonl").output == before)
    #expect(try kith.run("kith person rm grace --yes").status == 0)
    #expect(try kith.run("kith check").status == 0)
  }

  @Test func hostileTextStaysOffTheTerminal() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run("kith met 'Grace Hopper'")
    let text = #""$(printf 'evil\033[2Jtext\nline')""#
    for command in [
      "kith feedback received grace \(text) --theme \(text)", "kith feedback list", "kith learn",
      "kith feedback list --format json", "kith learn --format json", "kith feedback acted grace \(text)",
    ] {
      let output = try kith.run(command).output
      #expect(!output.utf8.contains(0x1b), "\(command)")
    }
    #expect(try kith.run("kith feedback received grace ' '").status == 64)
    #expect(try kith.run("kith feedback received grace x --on 2027-01-01").status == 64)
  }
}
