/// What a search from both ends has reached so far.
struct ChainLevels {
  private var nodes: [Int64] = []
  private var places: [Int64: Int32] = [:]
  /// Whence each place was entered last: two relations between the same people are one edge.
  private var stamps: [Int32] = []
  /// From the start, and from the targets.
  private var sides = [ChainSide(), ChainSide()]
  private let avoided: Set<Int64>
  private var neighbours: [Int64] = []
  /// How many nodes were left so far.
  private(set) var walked = 0

  init(from node: Int64, to targets: [Int64], avoiding avoided: Set<Int64>) {
    self.avoided = avoided
    sides[0].begin(at: place(of: node))
    for target in targets where target != node { sides[1].begin(at: place(of: target)) }
  }

  /// The length of the chains there are once the sides have met.
  var steps: Int { sides[0].depth + sides[1].depth }
  var canGoOn: Bool { !sides[0].frontier.isEmpty && !sides[1].frontier.isEmpty }
  /// How many nodes the next level takes.
  var effort: Int { min(sides[0].frontier.count, sides[1].frontier.count) }

  private mutating func place(of node: Int64) -> Int32 {
    if let place = places[node] { return place }
    let place = Int32(nodes.count)
    nodes.append(node)
    places[node] = place
    stamps.append(-1)
    sides[0].append()
    sides[1].append()
    return place
  }

  /// Walks one level from the side that has fewer places to leave; says whether the sides have met.
  mutating func walk(_ source: some NeighbourSource) throws -> Bool {
    let side = sides[0].frontier.count <= sides[1].frontier.count ? 0 : 1
    var hasMet = false
    for from in sides[side].beginLevel() where !sides[1 - side].isEnd(from) {
      walked += 1
      neighbours.removeAll(keepingCapacity: true)
      try source.appendNeighbours(of: nodes[Int(from)], to: &neighbours)
      for index in neighbours.indices where try enter(neighbours[index], from, side) { hasMet = true }
    }
    return hasMet
  }

  /// Whether the other side was there before.
  private mutating func enter(_ node: Int64, _ from: Int32, _ side: Int) throws -> Bool {
    let to = place(of: node)
    guard stamps[Int(to)] != from * 2 + Int32(side) else { return false }
    stamps[Int(to)] = from * 2 + Int32(side)
    // An end of this side is never within a chain, and who is avoided is never but an end.
    guard to != from, !sides[side].isEnd(to), sides[1 - side].isEnd(to) || !avoided.contains(node) else { return false }
    sides[side].walk(from: from, to: to)
    return sides[1 - side].distance[Int(to)] >= 0
  }

  /// Chains of just ``steps`` steps, none of which comes to a node twice; at most `limit`.
  func chains(atMost limit: Int) -> [[Int64]] {
    var found: [[Int64]] = []
    for place in nodes.indices where found.count < limit && isBetween(place) {
      let back = sides[0].ways(from: Int32(place), steps: sides[0].depth, limit: 4 * limit)
      guard !back.isEmpty else { continue }
      let on = sides[1].ways(from: Int32(place), steps: sides[1].depth, limit: 4 * limit)
      for first in back { join(first, on, limit, &found) }
    }
    return found
  }

  /// Whether both ends are as near as each side was walked.
  private func isBetween(_ place: Int) -> Bool {
    zip(sides, [sides[0].distance[place], sides[1].distance[place]]).allSatisfy { (0...$0.depth).contains(Int($1)) }
  }

  private func join(_ back: [Int32], _ ways: [[Int32]], _ limit: Int, _ found: inout [[Int64]]) {
    for on in ways where found.count < limit && on.dropFirst().allSatisfy({ !back.contains($0) }) {
      found.append((back.reversed() + on.dropFirst()).map { nodes[Int($0)] })
    }
  }
}
