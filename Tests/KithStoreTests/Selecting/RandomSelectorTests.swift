import KithConformance
import KithCore
import Testing

@testable import KithStore

/// What SQL finds is what looking at everything finds.
struct RandomSelectorTests {
  private static let today = CivilDay.test("2026-11-20")

  @Test(arguments: SampleGraph.all.map(\.name))
  func samplesAreSelectedAsByLooking(name: String) throws {
    let graph = try #require(SampleGraph.all.first { $0.name == name }?.graph)
    try compare(graph, trees: name == "hostile" ? 40 : 300, seed: 11)
  }

  @Test(arguments: 1...12)
  func randomGraphsAreSelectedAsByLooking(seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    try compare(random.make(), trees: 300, seed: seed)
  }

  private func compare(_ graph: InMemoryGraph, trees: Int, seed: UInt64) throws {
    let store = try TemporaryStore()
    try store.take(graph.importedRecords)
    try store.read { (stored: StoredGraph) throws -> Void in
      let naive = try NaiveSelection(graph: InMemoryGraph(stored), today: RandomSelectorTests.today) { name, kinds in
        Set(try stored.matches(name, among: kinds).best.map(\.id))
      }
      var random = RandomSelector(naive.graph, seed: seed)
      var compared = 0
      for turn in 0..<trees {
        let selector = random.next()
        guard let found = try select(selector, in: stored, materialized: turn % 8 == 0) else { continue }
        compared += 1
        let expected = try naive.select(selector)
        #expect(found == expected, "\(selector)")
        if found != expected { return }
      }
      #expect(compared > trees / 2 || graph.entities.isEmpty, "\(compared) of \(trees)")
    }
  }

  /// Nil where a name, cut short, names nobody.
  private func select(_ selector: Selector, in graph: StoredGraph, materialized: Bool) throws -> Set<Identifier>? {
    do {
      guard materialized else {
        return Set(try graph.summaries(selectedBy: selector, today: RandomSelectorTests.today).map(\.id))
      }
      var found = Set<Identifier>()
      let view = try graph.selecting(selector, today: RandomSelectorTests.today)
      try view.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in found.insert(entity.id) }
      return found
    } catch is SelectionError { return nil }
  }

  /// What is written of a tree reads as the same tree.
  @Test func treesReadAsTheyAreWritten() throws {
    var random = RandomSelector(SampleGraph.everything, seed: 3)
    for _ in 0..<2000 {
      let tree = random.next()
      #expect(try Selector(tree.description).description == tree.description, "\(tree)")
    }
  }
}
