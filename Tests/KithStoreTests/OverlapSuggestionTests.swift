import KithCore
import Testing

@testable import KithStore

struct OverlapSuggestionTests {
  private static let today = PartialDate("2026-11-20")!

  /// Number 1 is the one for whom; the company is 900, the event 901.
  private func store(people: UInt64, _ relations: [Relation]) throws -> TemporaryStore {
    let store = try TemporaryStore()
    var records: [ImportedRecord] = (1...people).map { .entity(.test($0, "Person\($0) Overlap")) }
    records += [
      .entity(.test(900_000, "Initech", .company)), .entity(.test(900_001, "SwiftConf 2026", .event)), .me(.test(1)),
    ]
    try store.take(records + relations.map { .relation(ImportedRelation($0)) })
    return store
  }

  private func works(_ person: UInt64, _ from: String, _ to: String?) -> Relation {
    let period = Period(start: .test(from), end: to.map { .test($0) })
    return Relation(.test(person), .worksFor, .test(900_000), title: "Engineer", period: period)
  }

  private func found(_ store: TemporaryStore, limit: Int = 20, crowd: Int = 500) throws -> OverlapSuggestions {
    try store.read { try $0.overlapSuggestions(for: .test(1), today: Self.today, limit: limit, crowd: crowd) }
  }

  @Test func whoWasThereAtTheSameTimeIsSuggested() throws {
    let store = try store(
      people: 6,
      [
        works(1, "2018", "2021"), works(2, "2019", "2023"), works(3, "2022", nil), works(4, "2019", "2020-06"),
        Relation(.test(1), .colleagueOf, .test(4)), Relation(.test(1), .attended, .test(900_001)),
        Relation(.test(5), .spokeAt, .test(900_001)), Relation(.test(2), .attended, .test(900_001)),
      ])
    let found = try found(store)
    #expect(found.suggestions.map(\.person.id) == [.test(2), .test(5)], "the one with more in common first")
    #expect(found.suggestions[0].overlaps.map(\.kind) == [.worked, .attended])
    #expect(found.suggestions[0].overlaps[0].period == Period(start: .test("2019"), end: .test("2021")))
    #expect(found.suggestions[0].overlaps[0].proof.map(\.title) == ["Engineer", "Engineer"])
    #expect(found.others == 0 && found.crowded.isEmpty)
    #expect(try self.found(store, limit: 1).others == 1)
  }

  @Test func nothingIsWritten() throws {
    let store = try store(people: 2, [works(1, "2018", nil), works(2, "2019", nil)])
    let before = try store.read { try StoreDump($0) }
    #expect(try found(store).suggestions.count == 1)
    #expect(try store.read { try StoreDump($0) } == before)
  }

  /// Of a crowd only those within two steps.
  @Test func aCrowdIsNotAllLookedAt() throws {
    let crowd = (1...60).map { works($0, "2018", nil) }
    let ties = [Relation(.test(1), .knows, .test(2)), Relation(.test(2), .knows, .test(3))]
    let store = try store(people: 60, crowd + ties)
    let near = try found(store, crowd: 50)
    #expect(near.suggestions.map(\.person.id) == [.test(3)])
    #expect(near.crowded.map(\.name) == ["Initech"])
    #expect(try found(store, limit: 100).suggestions.count == 58)
  }
}
