/// How far was walked from one end of a chain, by the places of the nodes.
struct ChainSide {
  /// Steps from this end; -1 where it was not reached.
  private(set) var distance: [Int32] = []
  /// The places reached last.
  private(set) var frontier: [Int32] = []
  /// Every place nearer than this was left.
  private(set) var depth = 0
  /// The last edge that was walked to a place; -1 for none.
  private var entry: [Int32] = []
  /// From which place, and the edge that was walked to the same one before.
  private var edges: [(from: Int32, before: Int32)] = []

  /// One more place, which was not reached yet.
  mutating func append() {
    distance.append(-1)
    entry.append(-1)
  }

  mutating func begin(at place: Int32) {
    guard distance[Int(place)] < 0 else { return }
    distance[Int(place)] = 0
    frontier.append(place)
  }

  /// The places to leave; from now on those reached belong to the next level.
  mutating func beginLevel() -> [Int32] {
    depth += 1
    defer { frontier = [] }
    return frontier
  }

  mutating func walk(from: Int32, to place: Int32) {
    edges.append((from, entry[Int(place)]))
    entry[Int(place)] = Int32(edges.count - 1)
    guard distance[Int(place)] < 0 else { return }
    distance[Int(place)] = Int32(depth)
    frontier.append(place)
  }

  /// Whether `place` is this end, or one of them.
  func isEnd(_ place: Int32) -> Bool { distance[Int(place)] == 0 }

  /// The ways of just `steps` steps from `place` to this end, none of which comes to a place twice; at most `limit`. Each
  /// begins with `place`.
  func ways(from place: Int32, steps: Int, limit: Int) -> [[Int32]] {
    var open = [[place]]
    for left in stride(from: steps - 1, through: 0, by: -1) {
      var next: [[Int32]] = []
      for way in open { extend(way, left, limit, &next) }
      open = next
    }
    return open.filter { isEnd($0[$0.count - 1]) }
  }

  /// By every place from which the last of `way` was entered and from which the end is `left` steps away at most.
  private func extend(_ way: [Int32], _ left: Int, _ limit: Int, _ ways: inout [[Int32]]) {
    let place = way[way.count - 1]
    guard !isEnd(place) else { return }
    var edge = entry[Int(place)]
    while edge >= 0, ways.count < limit {
      let from = edges[Int(edge)].from
      if distance[Int(from)] <= left, !way.contains(from) { ways.append(way + [from]) }
      edge = edges[Int(edge)].before
    }
  }
}
