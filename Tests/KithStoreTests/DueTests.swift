import KithCore
import Testing

@testable import KithStore

struct DueTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  /// `2026-02-03 thank Ada Lovelace`
  private func due(_ day: String, limit: Int = 50) throws -> [String] {
    try store.read { try $0.due(through: .test(day), limit: limit) }.map { item in
      let what =
        switch item.matter {
        case .followUp(let followUp): followUp.act.rawValue
        case .keepInTouch(let kept): "every \(kept.every)"
        }
      return "\(item.due) \(what) \(item.entity.name)"
    }
  }

  private let first = "2026-02-03 thank Ada Lovelace"
  private let second = "2026-03-03 every 6w Ada Lovelace"
  private let third = "2026-06-01 every 3mo Grace Hopper"

  @Test func whatIsDueComesByDayFromBoth() throws {
    let all = [first, second, third, "2026-08-01 tryAgain Analytical Engines Ltd.", "2027-01-01 renew Compiler Club"]
    #expect(try due("9999-12-31") == all)
    #expect(try due("2026-08-01") == Array(all.prefix(4)))
    #expect(try due("2026-06-01") == [first, second, third])
    #expect(try due("2026-05-31") == [first, second])
    #expect(try due("2026-02-02") == [])
    #expect(try due("9999-12-31", limit: 2) == [first, second])
    #expect(try due("9999-12-31", limit: 0) == [])
    #expect(try due("9999-12-31", limit: -1) == [])
  }

  @Test func whatIsSettledIgnoredOrUndatedIsNotDue() throws {
    try store.write { editor in
      _ = try editor.setState(.done(on: .test("2026-02-03")), ofFollowUp: .test(40))
      try editor.save(FollowUp(id: .test(44), .thank, .test(1), created: TemporaryStore.now))
    }
    #expect(try due("2026-05-31") == [second])
    #expect(try store.read { try $0.undatedFollowUps(limit: 5).map(\.id) } == [.test(44)])
    #expect(try store.read { try $0.undatedFollowUps(limit: 0).map(\.id) } == [])
  }

  @Test func onOneDayFollowUpsComeFirstInTheOrderOfTheirRecording() throws {
    try store.write { editor in
      for number in [62, 61] as [UInt64] {
        let due = CivilDay.test("2026-03-03")
        try editor.save(FollowUp(id: .test(number), .thank, .test(2), due: due, created: TemporaryStore.now))
      }
    }
    let ids = try store.read { try $0.due(through: .test("2026-03-03"), limit: 9) }.map(\.followUpID)
    #expect(ids == [.test(40), .test(62), .test(61), nil])
  }

  @Test func whatIsOpenWithSomebodyComesByDayAndUndatedLast() throws {
    try store.write { editor in
      try editor.save(FollowUp(id: .test(61), .thank, .test(1), created: TemporaryStore.now))
      try editor.save(FollowUp(id: .test(62), .thank, .test(1), due: .test("2026-02-01"), created: TemporaryStore.now))
      try editor.save(
        FollowUp(id: .test(63), .thank, .test(1), state: .done(on: .test("2026-02-01")), created: TemporaryStore.now))
    }
    #expect(try store.read { try $0.openFollowUps(with: .test(1)).map(\.id) } == [.test(62), .test(40), .test(61)])
    #expect(try store.read { try $0.openFollowUps(with: .test(99)) } == [])
    #expect(try store.read { try $0.followUps(ofApplication: .test(20)).map(\.id) } == [.test(40), .test(42)])
    #expect(try store.read { try $0.followUps(ofEvent: .test(5)).map(\.id) } == [.test(40)])
    #expect(try store.read { try $0.followUps(ofApplication: .test(99)) } == [])
  }

  @Test func aSelectionShowsThoseOfTheSelectedAlone() throws {
    try store.read { graph in
      let grace = try graph.selecting(.term(.reference("grace")), today: .test("2026-02-01"))
      let counts = try grace.counts()
      #expect((counts.followUps, counts.feedback, counts.keepInTouch) == (1, 1, 1))
      var shown: [Identifier] = []
      try grace.forEachFollowUp { shown.append($0.entity) }
      try grace.forEachFeedback { shown.append($0.giver) }
      try grace.forEachKeepInTouch { shown.append($0.entity) }
      #expect(shown == [.test(2), .test(2), .test(2)])
    }
  }

  @Test(arguments: [
    ("UPDATE followUp SET act = 'hug'", "a follow-up is one of the known acts"),
    ("UPDATE followUp SET due = 20261301 WHERE state = 'open'", "what is due is due on a day"),
    ("UPDATE followUp SET due = 2026", "what is due is due on a day"),
    ("UPDATE followUp SET entity = 5", "a follow-up is with somebody, not with an event"),
    ("UPDATE followUp SET event = 1", "the event of a follow-up is one"),
    ("UPDATE feedback SET giver = 4", "feedback comes from a person"),
    ("UPDATE feedback SET steps = '[[\"hugged\",\"\"]]'", "the steps of feedback are known"),
    ("UPDATE feedback SET steps = '['", "the steps of feedback are known"),
    ("UPDATE keepInTouch SET entity = 5 WHERE entity = 1", "touch is kept with somebody, not with an event"),
    ("UPDATE keepInTouch SET every = '6m'", "an interval is a span of the calendar from a day on"),
    ("UPDATE keepInTouch SET due = due + 1 WHERE isIgnored = 0", "an interval is due when its dates say"),
    ("PRAGMA foreign_keys = OFF; UPDATE followUp SET interaction = 99", "what a row points at is there"),
  ])
  func checkNamesTheRule(_ sql: String, _ rule: String) throws {
    #expect(try store.read { try $0.check() } == [])
    let opened = try Store.forWriting(at: store.path)
    defer { opened.close() }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try opened.write("damage", at: TemporaryStore.now) { editor in
        try editor.connection.execute(sql)
        #expect(try Set(editor.graph.check().map(\.rule.rawValue)).contains(rule))
        throw Stop()
      }
    }
  }
}

extension DueItem {
  fileprivate var followUpID: Identifier? {
    if case .followUp(let followUp) = matter { followUp.id } else { nil }
  }
}
