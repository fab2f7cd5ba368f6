import KithCore
import KithStore
import Testing

@testable import KithCLI

@Suite struct TouchIntervalTests {
  private func touch(_ fixture: RecordsFixture, _ who: String = "ada") -> TouchInterval {
    TouchInterval(reference: who, today: fixture.invocation.today)
  }

  private func kept(_ fixture: RecordsFixture, _ who: String = "ada") throws -> KeepInTouch? {
    let id = try fixture.entity(who).id
    return try fixture.read { try $0.keepInTouch(with: id) }
  }

  private func track(_ fixture: RecordsFixture, _ who: String = "ada", _ every: String = "6w") throws -> String {
    try fixture.write { try touch(fixture, who).track(every: Interval(every)!, since: nil, $0) }
  }

  @Test func itCountsFromTheLastTouch() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      #expect(try track(fixture) == "Ada Lovelace: every 6w, last touch on 2026-10-01, next 2026-11-12")
      #expect(try track(fixture, "charles", "3mo") == "Charles Babbage: every 3mo, from 2026-11-23, next 2027-02-23")
    }
  }

  @Test func whatIsLoggedRestartsIt() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try track(fixture)
      let ada = try fixture.entity("ada").id
      try fixture.write { editor in
        try editor.insert(
          Interaction(
            id: editor.identifiers.next(), date: PartialDate("2026-11-22")!, channel: "call", participants: [ada]))
      }
      #expect(try kept(fixture)?.due?.description == "2027-01-03")
    }
  }

  @Test func snoozeIgnoreUntrack() throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      let until = CivilDay("2026-12-24")!
      let error = #expect(throws: CommandError.self) {
        _ = try fixture.write { try touch(fixture).snooze(until: until, $0) }
      }
      #expect(error?.code == .notFound)
      _ = try track(fixture)
      #expect(
        try fixture.write { try touch(fixture).snooze(until: until, $0) }
          == "Ada Lovelace: not before 2026-12-24, every 6w, next 2026-12-24")
      #expect(try fixture.write(touch(fixture).ignore) == "Ada Lovelace: ignored, never due")
      #expect(try fixture.write(touch(fixture).ignore) == "Ada Lovelace: ignored already")
      #expect(try kept(fixture)?.due == nil)
      _ = try track(fixture)
      #expect(try kept(fixture)?.due?.description == "2026-12-24")
      #expect(try fixture.write(touch(fixture).untrack) == "Ada Lovelace: no interval is kept any more")
      #expect(try kept(fixture) == nil)
      #expect(throws: CommandError.self) { _ = try fixture.write(touch(fixture).untrack) }
    }
  }

  @Test(arguments: [(1, 28), (28, 28), (29, 28), (300, 28), (300, 7), (5, 1), (3, 365)])
  func daysAreEven(_ count: Int, _ days: Int) {
    let today = CivilDay("2026-11-23")!
    let spread = SpreadIntervals.days(for: count, over: days, after: today)
    #expect(spread.count == count && spread == spread.sorted())
    #expect(spread.allSatisfy { $0 > today && $0 <= today + days })
    let perDay = Dictionary(grouping: spread) { $0 }.values.map(\.count)
    #expect(perDay.max() == (count + days - 1) / days)
    if count >= days { #expect(perDay.count == days && (perDay.min() ?? 0) >= count / days) }
  }

  @Test(arguments: ["8w", "10d", "3mo", "1y", "1mo"])
  func theFirstDaysAreSpreadWhateverTheInterval(_ every: String) throws {
    try RecordsFixture.run { fixture in
      try fixture.meetAda()
      _ = try track(fixture, "charles")
      try fixture.write { editor in
        for number in 1...60 {
          try editor.insert(
            Entity(id: editor.identifiers.next(), kind: .person, name: "Person \(number)", created: editor.now))
        }
      }
      let spread = SpreadIntervals(
        selector: try TypedSelector([]), every: Interval(every)!, days: 28, today: fixture.invocation.today)
      let line = try fixture.write(spread.perform)
      #expect(line.contains("1 person with an interval already, left as they are"))
      let last = fixture.invocation.today + 28
      var dues: [CivilDay: Int] = [:]
      try fixture.read { graph in
        try graph.forEachKeepInTouch { kept in
          guard let due = kept.due, due <= last, kept.every == Interval(every) else { return }
          dues[due, default: 0] += 1
        }
      }
      #expect(dues.count == 28 && dues.values.allSatisfy { (2...3).contains($0) })
      #expect(try fixture.write(spread.perform) == "62 people with an interval already, left as they are")
    }
  }
}
