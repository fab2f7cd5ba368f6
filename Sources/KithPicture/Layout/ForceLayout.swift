/// Places the nodes of a connected graph: all push each other away, neighbours pull each other near. Coarse shapes first,
/// then finer ones (Hu 2005). The same graph is placed the same every time.
struct ForceLayout {
  /// The length at which an edge neither pulls nor pushes.
  static let edgeLength = 1.0
  private static let repulsion = 0.2
  private static let coarsest = 12

  /// A place for each node; the median edge is some ``edgeLength`` long.
  static func positions(of graph: WeightedGraph) -> [Point] {
    guard graph.count > 1 else { return [Point](repeating: .zero, count: graph.count) }
    var levels = [graph]
    var parents: [[Int]] = []
    while let last = levels.last, last.count > coarsest {
      let coarser = Coarsening(of: last)
      guard coarser.graph.count * 20 < last.count * 19 else { break }
      levels.append(coarser.graph)
      parents.append(coarser.parents)
    }
    var random = RandomSequence(seed: 0x6b69_7468)
    var points = start(levels[levels.count - 1].count, &random)
    for level in levels.indices.reversed() {
      if level < parents.count {
        points = parents[level].map { parent in
          points[parent] * 1.5 + Point(random.signed(), random.signed()) * 0.3
        }
      }
      let isFirst = level == levels.count - 1
      refine(&points, of: levels[level], times: isFirst ? 300 : times(levels[level].count), step: isFirst ? 1 : 0.5)
    }
    return points
  }

  private static func times(_ count: Int) -> Int { count > 1000 ? 70 : count > 300 ? 120 : 200 }

  /// In a spiral, evenly: each the golden angle further.
  private static func start(_ count: Int, _ random: inout RandomSequence) -> [Point] {
    var direction = Point(1, 0)
    let (cosine, sine) = (-0.737368878078320, 0.675490294261524)
    return (0..<count).map { index in
      direction = Point(direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine)
      return direction * Double(index + 1).squareRoot() + Point(random.signed(), random.signed()) * 0.01
    }
  }

  /// Moves every node a step along what pulls and pushes it; the steps grow while that helps, and shrink when it does not.
  private static func refine(_ points: inout [Point], of graph: WeightedGraph, times: Int, step first: Double) {
    var step = first * edgeLength
    var energy = Double.infinity
    var progress = 0
    var stack: [Int] = []
    for _ in 0..<times where step > 0.002 * edgeLength {
      let tree = QuadTree(points, masses: graph.masses)
      var sum = 0.0
      for node in points.indices {
        let force = force(on: node, points, graph, tree, &stack)
        let length = force.length
        guard length > 1e-9 else { continue }
        sum += length * length
        points[node] = points[node] + force * (min(step, length) / length)
      }
      if sum < energy {
        progress += 1
        if progress >= 5 {
          progress = 0
          step /= 0.9
        }
      } else {
        progress = 0
        step *= 0.9
      }
      energy = sum
    }
  }

  private static func force(
    on node: Int, _ points: [Point], _ graph: WeightedGraph, _ tree: QuadTree, _ stack: inout [Int]
  ) -> Point {
    let here = points[node]
    var force = tree.push(at: here, except: node, stack: &stack) * (repulsion * edgeLength * edgeLength)
    for neighbour in graph.neighbours(node) {
      let way = points[neighbour] - here
      force = force + way * (way.length / edgeLength)
    }
    return force
  }
}
