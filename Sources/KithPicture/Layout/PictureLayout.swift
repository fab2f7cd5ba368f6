/// From a graph to a place for each node: every connected part by itself, then side by side.
struct PictureLayout {
  private let graph: PictureGraph
  private let footprints: [Footprint]
  /// How long an edge is at first.
  private let edgeLength: Double
  private let gap: Double
  private let looseness: Double
  private let evenness: Double

  init(
    _ graph: PictureGraph, footprints: [Footprint], edgeLength: Double, gap: Double, looseness: Double, evenness: Double
  ) {
    self.graph = graph
    self.footprints = footprints
    self.edgeLength = edgeLength
    self.gap = gap
    self.looseness = looseness
    self.evenness = evenness
  }

  /// - Parameter given: where another program put the nodes, in any unit.
  func positions(given: [Point]? = nil) -> [Point] {
    var positions = [Point](repeating: .zero, count: graph.nodes.count)
    let parts = ConnectedPart.all(of: graph)
    let local = parts.map { part in
      var points = given.map { given in part.nodes.map { given[$0] } } ?? ForceLayout.positions(of: part.graph)
      place(&points, of: part)
      return points
    }
    let bounds = zip(parts, local).map { self.bounds($1, $0) }
    let corners = Packing.corners(for: bounds.map { Point($0.width, $0.height) }, gap: gap)
    for (index, part) in parts.enumerated() {
      let offset = corners[index] - Point(bounds[index].left, bounds[index].top)
      for (node, point) in zip(part.nodes, local[index]) { positions[node] = point + offset }
    }
    return positions
  }

  private func place(_ points: inout [Point], of part: ConnectedPart) {
    center(&points)
    let scale = edgeLength / max(medianEdge(points, part), 1e-9)
    for index in points.indices { points[index] = points[index] * scale }
    turn(&points)
    OverlapRemoval(
      part.nodes.map { footprints[$0] }, looseness: looseness, evenness: evenness
    ).apply(to: &points)
  }

  private func center(_ points: inout [Point]) {
    let sum = points.reduce(.zero, +) * (1 / Double(points.count))
    for index in points.indices { points[index] = points[index] - sum }
  }

  private func medianEdge(_ points: [Point], _ part: ConnectedPart) -> Double {
    let lengths = part.edges.map { (points[$0.from] - points[$0.to]).length }.sorted()
    return lengths.isEmpty ? 1 : lengths[lengths.count / 2]
  }

  /// The longest way lies level: labels are wide, and so are pages. (The main axis of the scatter, turned by its half angle.)
  private func turn(_ points: inout [Point]) {
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for point in points {
      xx += point.x * point.x
      yy += point.y * point.y
      xy += point.x * point.y
    }
    let root = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    var axis = Point(xx - yy + root, 2 * xy)
    if axis.length < 1e-9 { axis = xx >= yy ? Point(1, 0) : Point(0, 1) }
    let length = axis.length
    let (cosine, sine) = (axis.x / length, axis.y / length)
    for index in points.indices {
      let point = points[index]
      points[index] = Point(point.x * cosine + point.y * sine, -point.x * sine + point.y * cosine)
    }
  }

  private func bounds(_ points: [Point], _ part: ConnectedPart) -> Box {
    var bounds = footprints[part.nodes[0]].box(at: points[0])
    for (point, node) in zip(points, part.nodes) { bounds = bounds.union(footprints[node].box(at: point)) }
    return bounds
  }
}
