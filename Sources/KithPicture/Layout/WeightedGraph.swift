/// Nodes with weights and their neighbours, as one array with the place where each node's begin.
struct WeightedGraph {
  private(set) var starts: [Int]
  private(set) var targets: [Int]
  private(set) var strengths: [Double]
  /// How many nodes of the picture each stands for.
  let masses: [Double]

  var count: Int { masses.count }

  init(masses: [Double], edges: [(from: Int, to: Int, strength: Double)]) {
    self.masses = masses
    starts = [Int](repeating: 0, count: masses.count + 1)
    for edge in edges {
      starts[edge.from + 1] += 1
      starts[edge.to + 1] += 1
    }
    for index in masses.indices { starts[index + 1] += starts[index] }
    targets = [Int](repeating: 0, count: edges.count * 2)
    strengths = [Double](repeating: 0, count: edges.count * 2)
    var next = starts
    for edge in edges {
      for (one, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
        targets[next[one]] = other
        strengths[next[one]] = edge.strength
        next[one] += 1
      }
    }
  }

  func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }
  func neighbours(_ node: Int) -> ArraySlice<Int> { targets[starts[node]..<starts[node + 1]] }
}
