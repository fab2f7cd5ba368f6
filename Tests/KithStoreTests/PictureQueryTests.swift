import KithCore
import Testing

@testable import KithStore

/// What a picture asks of the store.
struct PictureQueryTests {
  private let store: TemporaryStore
  private let ada = Entity(
    id: Identifier(high: 9, low: 1), kind: .person, name: "Ada Lovelace", created: TemporaryStore.now)
  private let grace = Entity(
    id: Identifier(high: 9, low: 2), kind: .person, name: "Grace Hopper", created: TemporaryStore.now)
  private let charles = Entity(
    id: Identifier(high: 9, low: 3), kind: .person, name: "Charles Babbage", created: TemporaryStore.now)

  init() throws {
    store = try TemporaryStore()
    let dates: [(String, [Identifier])] = [
      ("2026-05-01", [ada.id, grace.id]), ("2026-06-02", [ada.id]), ("2025", [ada.id]), ("2024-07", [grace.id]),
    ]
    try store.write { editor in
      for person in [ada, grace, charles] { _ = try editor.insert(person) }
      _ = try editor.insert(Relation(ada.id, .knows, grace.id))
      for (index, (text, people)) in dates.enumerated() {
        let date = try #require(PartialDate(text))
        let id = Identifier(high: 8, low: UInt64(index))
        _ = try editor.insert(Interaction(id: id, date: date, channel: "call", participants: people))
      }
    }
  }

  @Test func theLastInteractionOfEachCounts() throws {
    let last = try store.read { try $0.lastInteractions() }
    #expect(last == [ada.id: PartialDate("2026-06-02"), grace.id: PartialDate("2026-05-01")])
    let onlyGrace = try #require(try Selector(["grace"]))
    let selected = try store.read { try $0.selecting(onlyGrace, today: .test("2026-11-20")).lastInteractions() }
    #expect(selected == [grace.id: PartialDate("2026-05-01")])
  }

  @Test func onlyWhatIsToBeShownIsShown() throws {
    try store.read { graph in
      let both = try graph.showing([grace.id, ada.id, Identifier(high: 1, low: 1)])
      #expect(try both.counts().entities == [.person: 2] && both.counts().relations == [.knows: 1])
      let one = try graph.showing([charles.id])
      #expect(try one.counts().entities == [.person: 1] && one.counts().relations.isEmpty)
      #expect(try graph.counts().entities == [.person: 3])
    }
  }
}
