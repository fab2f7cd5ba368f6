import KithCore
import KithStore
import Testing

@testable import KithCLI

@Suite struct DoorTests {
  private let company = Identifier(high: 1, low: 1)
  private let today = CivilDay(PartialDate("2026-11-23")!)!

  private func application(
    _ outcome: JobApplication.Outcome.Kind?, on date: String? = "2026-11-02", applied: String = "2026-10-01"
  ) -> JobApplication {
    JobApplication(
      id: Identifier(high: 2, low: 2), company: company, position: "Engineer",
      stages: [JobApplication.Stage("applied", on: PartialDate(applied))],
      outcome: outcome.map { JobApplication.Outcome($0, on: date.flatMap { PartialDate($0) }) })
  }

  private func state(
    _ holds: [Door.Hold], _ applications: [JobApplication], tryAgain: String? = nil
  ) -> String? {
    let holders = holds.enumerated().map { Door.Holder(person: Identifier(high: 3, low: UInt64($0)), hold: $1) }
    return Door(
      company, holders: holders, applications: applications, tryAgain: tryAgain.flatMap { CivilDay($0) }, today: today)?
      .state.rawValue
  }

  @Test func withoutANoSomebodyThereOpensIt() {
    #expect(state([], []) == nil)
    #expect(state([.worksThere], []) == "open")
    #expect(state([], [application(nil)]) == "open")
    #expect(state([], [application(.withdrawn)]) == nil)
  }

  @Test func afterANoItTakesSomebodyWhoKnowsYou() {
    let no = [application(.rejected)]
    #expect(state([], no) == "closed")
    #expect(state([.worksThere], no) == "closed")
    for hold in [Door.Hold.referred, .interviewed, .hiringManager, .inTouch] { #expect(state([hold], no) == "ajar") }
    #expect(state([], [application(.rejected, on: nil)]) == "closed")
  }

  @Test func theDayToTryAgainOpensIt() {
    let no = [application(.rejected)]
    #expect(state([], no, tryAgain: "2026-11-24") == "closed")
    #expect(state([.interviewed], no, tryAgain: "2026-11-24") == "ajar")
    #expect(state([], no, tryAgain: "2026-11-23") == "open")
    #expect(state([], no, tryAgain: "2026-11-01") == "open")
  }

  @Test func anApplicationSinceThenOvertakesTheNo() {
    #expect(state([], [application(.rejected), application(nil, applied: "2026-11-10")]) == "open")
    #expect(state([], [application(.rejected), application(.offer, applied: "2026-10-20")]) == "closed")
    #expect(state([.inTouch], [application(.rejected), application(.offer, applied: "2026-11-10")]) == "open")
    let again = application(.rejected, on: "2026-11-20", applied: "2026-11-10")
    #expect(state([], [application(.rejected), again]) == "closed")
  }

  /// Ada interviewed at Analytical Engines and said no; then she moves.
  private func rejectAtAdas(_ fixture: RecordsFixture) throws {
    try fixture.meetAda()
    let (ada, engines) = (try fixture.entity("ada"), try fixture.entity("Analytical Engines"))
    try fixture.write { editor in
      var application = self.application(.rejected)
      application.company = engines.id
      application.involved = [JobApplication.Involvement(ada.id, as: .interviewer)]
      try editor.save(application)
    }
  }

  private func doors(_ fixture: RecordsFixture) throws -> [String] {
    try fixture.read { graph in
      try DoorFinder(graph, today: fixture.invocation.today).doors.map { door in
        let holds = door.holders.map(\.hold.rawValue).joined(separator: ",")
        return "\(try graph.summary(of: door.company)?.name ?? "?") \(door.state) \(holds)"
      }.sorted()
    }
  }

  @Test func whoMovesTakesTheDoorAlong() throws {
    try RecordsFixture.run { fixture in
      try rejectAtAdas(fixture)
      #expect(try doors(fixture) == ["Analytical Engines ajar interviewed"])
      let line = try fixture.write { editor in
        var telling = Telling(editor)
        let ada = try Resolver(graph: editor.graph).one("ada", .person)
        let change = EmploymentChange(company: "Difference Engines", today: fixture.invocation.today.date)
        return try change.apply(to: ada, &telling, editor).joined(separator: ", ") + telling.sentence
      }
      let moved =
        "a door has moved: Ada Lovelace, who interviewed you at Analytical Engines, is at Difference Engines now"
      #expect(line.contains(moved))
      #expect(try doors(fixture) == ["Analytical Engines closed ", "Difference Engines open interviewed"])
    }
  }

  /// An interval alone, as `kith spread` gives to everybody, is no touch.
  @Test func inTouchIsWithWhomSomethingHappened() throws {
    try RecordsFixture.run { fixture in
      try rejectAtAdas(fixture)
      let (charles, engines) = (try fixture.entity("charles"), try fixture.entity("Analytical Engines"))
      try fixture.write { editor in
        try editor.insert(Relation(charles.id, .worksFor, engines.id))
        try editor.save(KeepInTouch(charles.id, every: Interval(8, .weeks)!, since: fixture.invocation.today))
      }
      #expect(try doors(fixture) == ["Analytical Engines ajar interviewed,worksThere"])
      try fixture.write { editor in
        try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: PartialDate("2026-11-20")!, channel: "call",
            participants: [charles.id]))
      }
      #expect(try doors(fixture) == ["Analytical Engines ajar interviewed,inTouch"])
    }
  }

  @Test func aLineOfAListSaysSoToo() throws {
    try RecordsFixture.run { fixture in
      try rejectAtAdas(fixture)
      var list = MeetingList(event: "SwiftConf 2026", date: nil, today: fixture.invocation.today)
      let said = try fixture.write { editor in
        try list.perform(InputSource(bytes: Array("Ada Lovelace, Difference Engines".utf8)), editor)
      }
      #expect(said.contains("a door has moved: Ada Lovelace, who interviewed you at Analytical Engines"))
    }
  }

  @Test func meetingThemElsewhereSaysSoOnce() throws {
    try RecordsFixture.run { fixture in
      try rejectAtAdas(fixture)
      var meeting = RecordMeeting(name: "Ada Lovelace", date: PartialDate("2026-11-20")!)
      meeting.company = "Difference Engines"
      #expect(try fixture.write(meeting.perform).contains("a door has moved: Ada Lovelace"))
      #expect(try !fixture.write(meeting.perform).contains("a door has moved"))
      meeting.company = "Analytical Engines"
      #expect(try !fixture.write(meeting.perform).contains("a door has moved"))
    }
  }
}
