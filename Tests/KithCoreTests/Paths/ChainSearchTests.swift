import KithCore
import Testing

/// A graph of numbers that counts whose neighbours were asked for.
final class NumberedGraph: NeighbourSource {
  private var edges: [Int64: [Int64]] = [:]
  private(set) var asked = 0
  private(set) var handedOver = 0

  func join(_ one: Int64, _ other: Int64) {
    edges[one, default: []].append(other)
    edges[other, default: []].append(one)
  }

  func appendNeighbours(of node: Int64, to list: inout [Int64]) throws {
    asked += 1
    handedOver += edges[node]?.count ?? 0
    list += edges[node] ?? []
  }

  /// Every way of at most `maximum` steps that comes nowhere twice and within which is nobody of `avoided` and no target.
  func allChains(
    from start: Int64, to targets: Set<Int64>, maximum: Int, avoiding avoided: Set<Int64>
  ) -> [[Int64]] {
    var found: [[Int64]] = []
    func walk(_ way: [Int64]) {
      let last = way[way.count - 1]
      if way.count > 1, targets.contains(last) { return found.append(way) }
      guard way.count <= maximum, way.count == 1 || !avoided.contains(last) else { return }
      for next in Set(edges[last] ?? []) where !way.contains(next) { walk(way + [next]) }
    }
    walk([start])
    return found
  }
}

struct ChainSearchTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// What is promised, of all ways: those of the least length, and those one step longer.
  private func expected(_ all: [[Int64]], maximum: Int) -> Set<[Int64]> {
    guard let least = all.map(\.count).min() else { return [] }
    return Set(all.filter { $0.count <= min(least + 1, maximum + 1) })
  }

  @Test(arguments: 1...40)
  func findsWhatNaiveEnumerationFinds(seed: UInt64) throws {
    var random = Generator(state: seed &* 7919)
    for _ in 0..<25 {
      let size = Int64.random(in: 2...11, using: &random)
      let graph = NumberedGraph()
      for _ in 0..<Int.random(in: 1...22, using: &random) {
        graph.join(Int64.random(in: 1...size, using: &random), Int64.random(in: 1...size, using: &random))
      }
      let maximum = Int.random(in: 1...5, using: &random)
      let avoided = Set((0..<2).map { _ in Int64.random(in: 1...size, using: &random) })
      let targets = Set(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in Int64.random(in: 2...size, using: &random) })
      var search = ChainSearch(maximum: maximum, avoiding: avoided)
      search.enough = 10_000
      let outcome = try search.chains(from: 1, to: targets.sorted(), in: graph)
      let all = graph.allChains(from: 1, to: targets, maximum: 12, avoiding: avoided)
      let near = all.filter { $0.count <= maximum + 1 }
      switch outcome {
      case .found(let chains):
        #expect(Set(chains) == expected(near, maximum: maximum), "seed \(seed)")
        #expect(Set(chains).count == chains.count, "no chain twice")
        #expect(chains.map(\.count) == chains.map(\.count).sorted(), "the shortest first")
      case .tooFar(let steps):
        #expect(near.isEmpty)
        #expect(all.map { $0.count - 1 }.min() == steps)
      case .nothing:
        #expect(near.isEmpty)
        #expect(all.allSatisfy { $0.count > 7 }, "beyond the horizon at most")
      }
    }
  }

  @Test func whoIsAvoidedMayBeAnEnd() throws {
    let graph = NumberedGraph()
    for (one, other) in [(1, 2), (2, 3), (1, 4), (4, 5), (5, 3)] as [(Int64, Int64)] { graph.join(one, other) }
    let around = try ChainSearch(maximum: 3, avoiding: [1, 2, 3]).chains(from: 1, to: [3], in: graph)
    #expect(around == .found([[1, 4, 5, 3]]))
    #expect(try ChainSearch(maximum: 3, avoiding: [2, 4]).chains(from: 1, to: [3], in: graph) == .nothing)
  }

  @Test func theStartIsNoTarget() throws {
    let graph = NumberedGraph()
    graph.join(1, 2)
    #expect(try ChainSearch(maximum: 3).chains(from: 1, to: [1], in: graph) == .nothing)
    #expect(try ChainSearch(maximum: 3).chains(from: 1, to: [1, 2], in: graph) == .found([[1, 2]]))
    #expect(try ChainSearch(maximum: 3).chains(from: 1, to: [], in: graph) == .nothing)
  }

  @Test func saysHowFarItIs() throws {
    let graph = NumberedGraph()
    for node in 1..<Int64(12) { graph.join(node, node + 1) }
    let search = ChainSearch(maximum: 3)
    #expect(try search.chains(from: 1, to: [4], in: graph) == .found([[1, 2, 3, 4]]))
    #expect(try search.chains(from: 1, to: [5], in: graph) == .tooFar(steps: 4))
    #expect(try search.chains(from: 1, to: [7], in: graph) == .tooFar(steps: 6))
    #expect(try search.chains(from: 1, to: [8], in: graph) == .nothing)
    #expect(try ChainSearch(maximum: 10).chains(from: 1, to: [11], in: graph) == .found([Array(1...11)]))
  }

  /// A target with ten thousand acquaintances is reached from the other side.
  @Test func aHubAtOneEndCostsNothing() throws {
    let graph = NumberedGraph()
    for node in Int64(100)..<10_100 { graph.join(99, node) }
    for node in Int64(2)...6 { graph.join(1, node) }
    graph.join(4, 5_000)
    let outcome = try ChainSearch(maximum: 3).chains(from: 1, to: [99], in: graph)
    #expect(outcome == .found([[1, 4, 5_000, 99]]))
    #expect(graph.asked < 20)
  }

  /// Anybody of ten thousand at a company: nobody's neighbours are asked for on that side.
  @Test func manyTargetsCostNoMoreThanTheWayToThem() throws {
    let graph = NumberedGraph()
    for node in Int64(100)..<10_100 { graph.join(node, node + 1) }
    graph.join(1, 2)
    graph.join(2, 5_000)
    let outcome = try ChainSearch(maximum: 3).chains(from: 1, to: Array(100..<10_100), in: graph)
    #expect(outcome == .found([[1, 2, 5_000]]))
    #expect(graph.asked < 10)
  }

  @Test func manyChainsAreCutShort() throws {
    let graph = NumberedGraph()
    for node in Int64(2)..<2_000 {
      graph.join(1, node)
      graph.join(node, 5_000)
    }
    guard case .found(let chains) = try ChainSearch(maximum: 4).chains(from: 1, to: [5_000], in: graph) else {
      Issue.record("nothing found")
      return
    }
    #expect(chains.count == 100)
    #expect(chains.allSatisfy { $0.count == 3 })
  }
}
