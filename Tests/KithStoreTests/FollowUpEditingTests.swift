import KithCore
import Testing

@testable import KithStore

/// Follow-ups, feedback and intervals of touch are added, changed and taken away, and each of it can be undone.
struct FollowUpEditingTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.take(Graphs.everything)
  }

  /// Changes the graph, checks it, undoes the change and does it again.
  private func change(_ body: (StoreEditor) throws -> Void) throws {
    let before = try store.read { try StoreDump($0) }
    try store.write { try body($0) }
    #expect(try store.read { try $0.check() } == [])
    let after = try store.read { try StoreDump($0) }
    #expect(after != before)
    try store.write("undo") { try $0.undo() }
    #expect(try store.read { try StoreDump($0) } == before)
    try store.write("redo") { try $0.undo($0.entry - 1) }
    #expect(try store.read { try StoreDump($0) } == after)
  }

  private var everyFollowUp: FollowUp {
    FollowUp(
      id: .test(60), .keepPromise, .test(2), owedBy: .them, due: .test("2026-03-01"), what: "a \u{0} paper", why: "因",
      application: .test(20), event: .test(5), interaction: .test(30), state: .skipped(on: .test("2026-03-02")),
      created: TemporaryStore.now)
  }

  @Test func followUps() throws {
    var followUp = everyFollowUp
    try change { editor in
      let isDone = try editor.save(followUp)
      #expect(isDone)
    }
    #expect(try store.read { try $0.followUp(.test(60)) } == followUp)
    let changes: [(inout FollowUp) -> Void] = [
      { $0.act = .thank }, { $0.entity = .test(4) }, { $0.owedBy = .me }, { $0.due = nil }, { $0.what = "" },
      { $0.why = "b" }, { $0.application = nil }, { $0.event = nil }, { $0.interaction = nil }, { $0.state = .open },
      { $0.created = Timestamp(secondsSince1970: 5) },
    ]
    for alter in changes {
      alter(&followUp)
      try change { editor in
        let saved = (try editor.save(followUp), try editor.save(followUp))
        #expect(saved == (true, false))
      }
      #expect(try store.read { try $0.followUp(.test(60)) } == followUp)
    }
    try change { editor in
      let isDone = try editor.deleteFollowUp(.test(60))
      #expect(isDone)
    }
    try store.write { editor in
      let isDone = try editor.deleteFollowUp(.test(60))
      #expect(!isDone)
    }
  }

  @Test func aFollowUpIsSettledAndOpenedAgain() throws {
    for state in [FollowUp.State.done(on: .test("2026-02-03")), .skipped(on: .test("2026-02-04")), .open] {
      try change { editor in
        let set = (try editor.setState(state, ofFollowUp: .test(40)), try editor.setState(state, ofFollowUp: .test(40)))
        #expect(set == (true, false))
      }
      #expect(try store.read { try $0.followUp(.test(40))?.state } == state)
    }
    try store.write { editor in
      let isDone = try editor.setState(.open, ofFollowUp: .test(99))
      #expect(!isDone)
    }
  }

  @Test func theyNameOnlyWhatIsThereAndWhatTheyMay() throws {
    let now = TemporaryStore.now
    try store.write { editor in
      for unknown in [
        FollowUp(id: .test(60), .thank, .test(99), created: now),
        FollowUp(id: .test(60), .thank, .test(1), application: .test(99), created: now),
        FollowUp(id: .test(60), .thank, .test(1), event: .test(99), created: now),
        FollowUp(id: .test(60), .thank, .test(1), interaction: .test(99), created: now),
      ] {
        #expect(throws: StoreError.unknownEntity(.test(99))) { try editor.save(unknown) }
      }
      #expect(throws: StoreError.wrongKind(.event)) {
        try editor.save(FollowUp(id: .test(60), .thank, .test(5), created: now))
      }
      #expect(throws: StoreError.wrongKind(.person)) {
        try editor.save(FollowUp(id: .test(60), .thank, .test(1), event: .test(2), created: now))
      }
      #expect(throws: StoreError.wrongKind(.company)) { try editor.save(Feedback(id: .test(60), giver: .test(4))) }
      #expect(throws: StoreError.unknownEntity(.test(99))) {
        try editor.save(Feedback(id: .test(60), giver: .test(1), application: .test(99)))
      }
      #expect(throws: StoreError.wrongKind(.event)) {
        try editor.save(KeepInTouch(.test(5), every: .test("6w"), since: .test("2026-01-01")))
      }
    }
    #expect(try store.read { try $0.history().count } == 1)
  }

  @Test func feedback() throws {
    var feedback = Feedback(id: .test(60), giver: .test(2))
    let changes: [(inout Feedback) -> Void] = [
      { _ in }, { $0.giver = .test(1) }, { $0.application = .test(20) }, { $0.theme = "" }, { $0.theme = "talk" },
      { $0.text = "aloud" }, { $0.steps = [Feedback.Step(.asked)] },
      { $0.steps.append(Feedback.Step(.received, on: .test("--05-04"), note: "")) }, { $0.steps.removeAll() },
    ]
    for alter in changes {
      alter(&feedback)
      try change { editor in
        let saved = (try editor.save(feedback), try editor.save(feedback))
        #expect(saved == (true, false))
      }
      #expect(try store.read { try $0.feedback(.test(60)) } == feedback)
    }
    #expect(try store.read { try $0.feedback(from: .test(1)).map(\.id) } == [.test(50), .test(60)])
    #expect(try store.read { try $0.feedback(onApplication: .test(20)).map(\.id) } == [.test(50), .test(60)])
    #expect(try store.read { try $0.feedback(onApplication: .test(99)) } == [])
    try change { editor in
      let isDone = try editor.deleteFeedback(.test(60))
      #expect(isDone)
    }
  }

  @Test func intervals() throws {
    var kept = KeepInTouch(.test(3), every: .test("6w"), since: .test("2026-01-31"))
    let changes: [(inout KeepInTouch) -> Void] = [
      { _ in }, { $0.every = .test("3mo") }, { $0.since = .test("9999-12-31") },
      { $0.snoozedUntil = .test("2026-06-01") },
      { $0.isIgnored = true }, { $0.isIgnored = false },
    ]
    for alter in changes {
      alter(&kept)
      try change { editor in
        let saved = (try editor.save(kept), try editor.save(kept))
        #expect(saved == (true, false))
      }
      #expect(try store.read { try $0.keepInTouch(with: .test(3)) } == kept)
    }
    try change { editor in
      let isDone = try editor.deleteKeepInTouch(with: .test(3))
      #expect(isDone)
    }
    #expect(try store.read { try $0.keepInTouch(with: .test(3)) } == nil)
  }

  @Test(arguments: [
    ("2026-01-21", "2026-01-21"), ("2026-01-20", "2026-01-20"), ("2025-12-31", "2026-01-20"), ("2026-05", "2026-01-20"),
  ])
  func aTouchRestartsTheInterval(_ date: String, _ since: String) throws {
    let call = Interaction(id: .test(31), date: .test(date), channel: "call", participants: [.test(1), .test(3)])
    try change { _ = try $0.insert(call) }
    let kept = try #require(try store.read { try $0.keepInTouch(with: .test(1)) })
    #expect(kept.since == .test(since))
    #expect(try store.read { try $0.keepInTouch(with: .test(3)) } == nil, "nobody asked for it")
    try store.write { editor in
      let isDone = try editor.insert(call)
      #expect(!isDone)
    }
  }

  @Test func theHistoryOfAPersonHasTheirFollowUps() throws {
    try store.write { _ = try $0.save(FollowUp(id: .test(60), .thank, .test(3), created: TemporaryStore.now)) }
    try store.write { _ = try $0.setState(.done(on: .test("2026-02-03")), ofFollowUp: .test(60)) }
    try store.write { _ = try $0.save(KeepInTouch(.test(3), every: .test("6w"), since: .test("2026-01-31"))) }
    try store.write { _ = try $0.save(Feedback(id: .test(60), giver: .test(3))) }
    #expect(try store.read { try $0.history(of: .test(3)).map(\.number) } == [5, 4, 3, 2, 1])
    #expect(try store.read { try $0.history(of: .test(2)).map(\.number) } == [1])
  }
}
