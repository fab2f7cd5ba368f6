import KithCore
import KithStore
import Testing

@testable import KithCLI

struct ReflectionTests {
  private func reflect(_ fixture: RecordsFixture, since: String = "2026-08-23") throws -> Reflection {
    try fixture.read { try Reflection($0, since: CivilDay(since)!, today: fixture.invocation.today) }
  }

  @Test func actsAreCounted() throws {
    try FeedbackTests.run { fixture in
      try fixture.write { editor in
        let ada = try Resolver(graph: editor.graph).one("ada", .person)
        let days = ["2026-11-03", "2026-11-04", "2026-08-22"].compactMap { CivilDay($0) }
        for act in [FollowUp.Act.thank, .keepPromise, .tellNews, .reportBack] {
          for day in days {
            try editor.save(
              FollowUp(
                id: editor.identifiers.next(), act, ada.id, state: .done(on: day), created: editor.now))
          }
          try editor.save(
            FollowUp(
              id: editor.identifiers.next(), act, ada.id, owedBy: .them, state: .done(on: days[0]), created: editor.now)
          )
          try editor.save(
            FollowUp(id: editor.identifiers.next(), act, ada.id, state: .skipped(on: days[0]), created: editor.now))
        }
      }
      _ = try FeedbackTests.step(fixture, .asked, "grace", on: "2026-11-05")
      _ = try FeedbackTests.step(fixture, .received, "grace", "more tests")
      _ = try FeedbackTests.step(fixture, .acted, "grace")
      _ = try FeedbackTests.step(fixture, .reportedBack, "grace")
      let reflection = try reflect(fixture)
      #expect(reflection.notesSent == 2 && reflection.newsTold == 2)
      #expect(reflection.peopleHelped == 1)
      #expect(reflection.peopleMet == 1)
      #expect(reflection.feedbackAsked == 1 && reflection.feedbackReceived == 1)
      #expect(reflection.feedbackActedOn == 1 && reflection.reportedBack == 1)
      #expect(reflection.peopleStillInTouch == 0)
      #expect(try reflect(fixture, since: "2026-11-06").notesSent == 0)
    }
  }

  /// Ada interviewed; the answer came on 2026-11-02.
  @Test(arguments: [("2026-11-02", 0), ("2026-11-03", 1), ("2026-11-23", 1), ("2026-11", 0)])
  func inTouchIsWhoWasHeardOfSinceTheAnswer(_ date: String, _ people: Int) throws {
    try FeedbackTests.run { fixture in
      try fixture.write { editor in
        let ada = try Resolver(graph: editor.graph).one("ada", .person)
        try editor.insert(
          Interaction(id: editor.identifiers.next(), date: PartialDate(date)!, channel: "call", participants: [ada.id]))
      }
      let reflection = try reflect(fixture)
      #expect(reflection.peopleStillInTouch == people)
      #expect(reflection.processes.map(\.people) == [1])
    }
  }

  @Test func rejectionsStayOffUnlessAskedFor() throws {
    try FeedbackTests.run { fixture in
      for shows in [false, true] {
        let output = ReflectionOutput(reflection: try reflect(fixture), showsRejections: shows)
        let (table, json) = (OutputSink.inMemory(), OutputSink.inMemory())
        try output.writeTable(.none, table)
        try output.writeJSON(json)
        #expect(table.string.contains("Analytical Engines") == shows)
        #expect(json.string.contains("rejections") == shows)
        #expect(!table.string.contains("█"))
      }
      let terminal = Terminal(width: 80, color: false, canAsk: false, showsProgress: false)
      let table = OutputSink.inMemory()
      try ReflectionOutput(reflection: try reflect(fixture), showsRejections: false).writeTable(terminal, table)
      #expect(table.string.contains("█"))
      for line in table.string.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
    }
  }

  /// 2026-11-23 is a Monday.
  @Test(arguments: [
    ([], 0), (["2026-11-23"], 1), (["2026-11-22"], 1), (["2026-11-15"], 0), (["2026-11-23", "2026-11-22"], 2),
    (["2026-11-22", "2026-11-09"], 2), (["2026-11-23", "2026-11-15"], 1), (["2026-11-24"], 0), (["2020-01-01"], 0),
  ])
  func weeksInARow(_ days: [String], _ expected: Int) throws {
    var weeks = WeekCounts(from: CivilDay("2026-10-01")!, through: CivilDay("2026-11-23")!)
    for day in days { weeks.add(CivilDay(day)!) }
    #expect(weeks.inARow == expected)
    #expect(weeks.counts.count == 9)
  }

  @Test func sparklinesShowEachWeek() throws {
    var weeks = WeekCounts(from: CivilDay("1969-12-20")!, through: CivilDay("1970-01-12")!)
    #expect(weeks.sparkline == "")
    for day in ["1969-12-21", "1969-12-28", "1969-12-29", "1970-01-04", "1970-01-12"] { weeks.add(CivilDay(day)!) }
    #expect(weeks.counts == [1, 1, 2, 0, 1])
    #expect(weeks.sparkline == "▄▄█·▄")
  }
}
