/// Nodes that are tied to each other in some way, and to no others.
struct ConnectedPart {
  /// Their numbers in the picture, in order.
  private(set) var nodes: [Int] = []
  /// By place in ``nodes``.
  private(set) var edges: [(from: Int, to: Int)] = []

  var graph: WeightedGraph {
    WeightedGraph(
      masses: [Double](repeating: 1, count: nodes.count), edges: edges.map { (from: $0.from, to: $0.to, strength: 1) })
  }

  /// In the order of their first nodes.
  static func all(of graph: PictureGraph) -> [ConnectedPart] {
    let roots = roots(of: graph)
    var parts: [ConnectedPart] = []
    var places = [Int](repeating: 0, count: roots.count)
    var partOfRoot = [Int](repeating: -1, count: roots.count)
    for (node, root) in roots.enumerated() {
      if partOfRoot[root] < 0 {
        partOfRoot[root] = parts.count
        parts.append(ConnectedPart())
      }
      places[node] = parts[partOfRoot[root]].nodes.count
      parts[partOfRoot[root]].nodes.append(node)
    }
    for edge in graph.edges { parts[partOfRoot[roots[edge.from]]].edges.append((places[edge.from], places[edge.to])) }
    return parts
  }

  /// The first node of the part that each node belongs to.
  private static func roots(of graph: PictureGraph) -> [Int] {
    var roots = Array(graph.nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while roots[node] != node {
        roots[node] = roots[roots[node]]
        node = roots[node]
      }
      return node
    }
    for edge in graph.edges {
      let (one, other) = (root(edge.from), root(edge.to))
      roots[max(one, other)] = min(one, other)
    }
    return graph.nodes.indices.map(root)
  }
}
