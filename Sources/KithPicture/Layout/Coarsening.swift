/// A graph of fewer nodes that has the shape of another: pairs of neighbours become one node, and so do pairs of leaves that
/// hang on the same node (Hu, "Efficient, High-Quality Force-Directed Graph Drawing", 2005).
struct Coarsening {
  let graph: WeightedGraph
  /// The node of ``graph`` that stands for each node of the finer graph.
  let parents: [Int]

  init(of fine: WeightedGraph) {
    let parents = Coarsening.match(fine)
    self.parents = parents
    graph = Coarsening.merged(fine, parents, count: (parents.max() ?? -1) + 1)
  }

  private static func match(_ graph: WeightedGraph) -> [Int] {
    var parents = [Int](repeating: -1, count: graph.count)
    var count = 0
    func join(_ one: Int, _ other: Int?) {
      parents[one] = count
      if let other { parents[other] = count }
      count += 1
    }
    let order = (0..<graph.count).sorted { (graph.degree($0), $0) < (graph.degree($1), $1) }
    var waiting = [Int: Int]()
    for node in order where parents[node] < 0 {
      let free = graph.neighbours(node).filter { parents[$0] < 0 && $0 != node }
      if let best = free.min(by: { (graph.masses[$0], $0) < (graph.masses[$1], $1) }) {
        join(node, best)
      } else if let hub = graph.neighbours(node).first {
        // All around it are taken: it waits for another that hangs on the same node.
        if let other = waiting.removeValue(forKey: hub) { join(other, node) } else { waiting[hub] = node }
      }
    }
    for node in 0..<graph.count where parents[node] < 0 { join(node, nil) }
    return parents
  }

  private static func merged(_ fine: WeightedGraph, _ parents: [Int], count: Int) -> WeightedGraph {
    var masses = [Double](repeating: 0, count: count)
    for node in 0..<fine.count { masses[parents[node]] += fine.masses[node] }
    var strengths: [Int: Double] = [:]
    for node in 0..<fine.count {
      for place in fine.starts[node]..<fine.starts[node + 1] where fine.targets[place] > node {
        let (one, other) = (parents[node], parents[fine.targets[place]])
        if one != other { strengths[min(one, other) * count + max(one, other), default: 0] += fine.strengths[place] }
      }
    }
    let edges = strengths.sorted { $0.key < $1.key }
      .map { (from: $0.key / count, to: $0.key % count, strength: $0.value) }
    return WeightedGraph(masses: masses, edges: edges)
  }
}
