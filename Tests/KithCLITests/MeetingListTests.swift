import KithCore
import KithStore
import Testing

@testable import KithCLI

@Suite struct MeetingListTests {
  private static let lines = """
    # who was there
    Ada Lovelace, Analytical Engines, CTO, ada@example.com +compilers "promised a paper"

    Charles Babbage, Analytical Engines, Founder "I will send him the slides"
    Grace Hopper "promised
    , nobody
    Mary Somerville "asked about tests"
    """

  @discardableResult
  private func meet(_ fixture: RecordsFixture, _ lines: String, on date: String? = nil) throws -> MeetingList {
    var list = MeetingList(
      event: "SwiftConf 2026", date: date.flatMap { PartialDate($0) }, today: fixture.invocation.today)
    let input = InputSource(bytes: Array(lines.utf8))
    _ = try fixture.write { try list.perform(input, $0) }
    return list
  }

  private func followUps(_ fixture: RecordsFixture) throws -> [FollowUp] {
    let event = try fixture.entity("SwiftConf 2026")
    return try fixture.read { try $0.followUps(ofEvent: event.id) }
  }

  @Test func goodLinesStayAndBadOnesAreNumbered() throws {
    try RecordsFixture.run { fixture in
      let list = try meet(fixture, MeetingListTests.lines, on: "2026-11-20")
      #expect(list.taken == 3)
      #expect(list.refused.map(\.line) == [5, 6])
      let ada = try fixture.entity("Ada Lovelace")
      #expect(ada.tags == ["compilers"])
      let met = try fixture.read { try $0.interactions(with: ada.id) }
      #expect(met.map(\.summary) == ["Met at SwiftConf 2026: promised a paper"])
      #expect(throws: CommandError.self) { try fixture.entity("Grace Hopper") }
    }
  }

  @Test func theyAreFollowedUpWithinTwoDaysAndPromisesAreKept() throws {
    try RecordsFixture.run { fixture in
      try meet(fixture, MeetingListTests.lines, on: "2026-11-20")
      let all = try followUps(fixture)
      #expect(
        all.filter { $0.act == .followUp }.map { $0.due?.description } == Array(repeating: "2026-11-22", count: 3))
      let promises = all.filter { $0.act == .keepPromise }
      #expect(Set(promises.map(\.what)) == ["promised a paper", "I will send him the slides"])
      #expect(promises.first { $0.owedBy == .them }?.due == nil)
      #expect(promises.first { $0.owedBy == .me }?.due?.description == "2026-11-22")
      #expect(all.allSatisfy { $0.interaction != nil && $0.why == "met at SwiftConf 2026 on 2026-11-20" })
    }
  }

  @Test func aListThatIsReadAgainRecordsNothingTwice() throws {
    try RecordsFixture.run { fixture in
      try meet(fixture, MeetingListTests.lines, on: "2026-11-20")
      let before = try fixture.read { try $0.counts() }
      let again = try meet(fixture, MeetingListTests.lines, on: "2026-11-20")
      #expect(again.taken == 3)
      #expect(try fixture.read { try $0.counts() } == before)
    }
  }

  /// A line refused for what the store holds leaves no half of itself: here the person would be new, the company is
  /// not known.
  @Test func aRefusedLineLeavesNothing() throws {
    try RecordsFixture.run { fixture in
      let list = try meet(fixture, "Grace Hopper, nowhere\nAda Lovelace\n", on: "2026-11-20")
      #expect(list.refused.map(\.line) == [1])
      #expect(list.refused.first?.error.code == .notFound)
      #expect(throws: CommandError.self) { try fixture.entity("Grace Hopper") }
      #expect(try fixture.entity("Ada Lovelace").name == "Ada Lovelace")
      #expect(try fixture.read { try $0.check() }.isEmpty)
    }
  }

  @Test func anEventThatIsOverGivesTheDay() throws {
    try RecordsFixture.run { fixture in
      try fixture.write { editor in
        var event = Entity(id: editor.identifiers.next(), kind: .event, name: "SwiftConf 2026", created: editor.now)
        event.period = Period(start: PartialDate("2026-10-01"), end: PartialDate("2026-10-03"))
        try editor.insert(event)
      }
      try meet(fixture, "Ada Lovelace")
      #expect(try followUps(fixture).map { $0.due?.description } == ["2026-10-05"])
    }
  }

  @Test func lineEndsMarksAndLengthDoNotMatter() throws {
    try RecordsFixture.run { fixture in
      let long = String(repeating: "x", count: 20_000)
      let list = try meet(fixture, "\u{feff}Ada Lovelace\r\n\(long)\r\nGrace Hopper", on: "2026-11-20")
      #expect(list.taken == 2)
      #expect(list.refused.map(\.line) == [2])
      #expect(try fixture.entity("Ada Lovelace").name == "Ada Lovelace")
    }
  }

  @Test func whatWasSaidThenIsEnough() throws {
    try RecordsFixture.run { fixture in
      try meet(fixture, "Ada Lovelace \"promised a paper\"", on: "2026-11-20")
      try meet(fixture, "Ada Lovelace", on: "2026-11-20")
      try meet(fixture, "Ada Lovelace", on: "2026-11-21")
      let ada = try fixture.entity("Ada Lovelace")
      #expect(try fixture.read { try $0.interactions(with: ada.id) }.count == 2)
    }
  }

  @Test func undoTakesAllOfItBack() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let before = try fixture.read { try $0.counts() }
      try meet(fixture, MeetingListTests.lines)
      _ = try fixture.write { try $0.undo(nil) }
      #expect(try fixture.read { try $0.counts() } == before)
    }
  }
}
