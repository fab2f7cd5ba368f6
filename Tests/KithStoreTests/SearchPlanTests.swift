import KithCore
import Testing

@testable import KithStore

/// A search asks the full-text index and probes for the rest: it reads no table whole, however much there is.
struct SearchPlanTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try SearchGraph.fill(store)
  }

  @Test(arguments: [
    StoredGraph.searchSQL, StoredGraph.interactionSearchSQL, StoredGraph.workTiesSQL, StoredGraph.lastTouchSQL,
    StoredGraph.latestInteractionsSQL,
  ])
  func onlyWhatMatchesIsRead(_ sql: String) throws {
    let plan = try store.read { try $0.plan(sql) }
    let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE") }
    #expect(scans.allSatisfy { $0 == "SCAN found" || $0 == "SCAN latest" }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") && sql.contains("MATCH") }, "\(plan)")
  }

  /// A letter that all names begin with costs what one costs that a few begin with: only so many are looked at.
  @Test func noMoreRowsAreTakenThanAreRanked() throws {
    try store.take((1000...3000).map { .entity(.test(UInt64($0), "Zenobia \($0)")) })
    let rows = try store.read { try $0.rows(matching: SearchQuery("z").expression(in: ["name"]), atMost: 100) }
    #expect(rows.count == 100)
    let first = try store.read { try $0.search("z", limit: 20).first?.summary.name }
    #expect(first == "Zenobia 3000")
    let one = try store.read { try $0.search("zenobia 1500", limit: 20).map(\.summary.name) }
    #expect(one == ["Zenobia 1500"])
  }
}
