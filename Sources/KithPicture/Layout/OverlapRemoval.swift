/// Moves nodes apart until no two take the same room, keeping the shape as far as that goes.
struct OverlapRemoval {
  private let footprints: [Footprint]
  private let cellSize: Double
  private static let rounds = 240

  init(_ footprints: [Footprint]) {
    self.footprints = footprints
    cellSize = footprints.reduce(8) { max($0, $1.halfWidth * 2, $1.above + $1.below) }
  }

  func apply(to points: inout [Point]) {
    guard points.count > 1 else { return }
    separate(&points)
    spread(&points)
    for _ in 0..<40 {
      for _ in 0..<OverlapRemoval.rounds where !push(&points) { return }
      scale(&points, by: 1.08)
    }
    while !pairs(points).isEmpty { scale(&points, by: 1.2) }
  }

  /// No two in the very same place: growing would never part them.
  private func separate(_ points: inout [Point]) {
    var random = RandomSequence(seed: 7)
    for index in points.indices { points[index] = points[index] + Point(random.signed(), random.signed()) * 0.5 }
  }

  /// Grows the whole until few overlap: what is left, pushing does without changing the shape.
  private func spread(_ points: inout [Point]) {
    for _ in 0..<40 where pairs(points).count * 10 > points.count * 6 { scale(&points, by: 1.12) }
  }

  private func scale(_ points: inout [Point], by factor: Double) {
    for index in points.indices { points[index] = points[index] * factor }
  }

  private func pairs(_ points: [Point]) -> [(Int, Int)] {
    var grid = BoxGrid(cellSize: cellSize)
    var found: [(Int, Int)] = []
    for index in points.indices {
      let box = footprints[index].box(at: points[index])
      for other in grid.items(near: box) where footprints[other].box(at: points[other]).intersects(box) {
        found.append((other, index))
      }
      grid.insert(index, at: box)
    }
    return found
  }

  /// Pushes each pair apart along the shorter way. Returns whether there was one.
  private func push(_ points: inout [Point]) -> Bool {
    let pairs = pairs(points)
    for (one, other) in pairs {
      let (a, b) = (footprints[one].box(at: points[one]), footprints[other].box(at: points[other]))
      let wide = min(a.right, b.right) - max(a.left, b.left)
      let high = min(a.bottom, b.bottom) - max(a.top, b.top)
      guard wide > 0, high > 0 else { continue }
      let isSideways = wide < high
      let amount = (isSideways ? wide : high) * 0.52 + 0.05
      let isBefore = isSideways ? a.center.x <= b.center.x : a.center.y <= b.center.y
      let way = (isSideways ? Point(amount, 0) : Point(0, amount)) * (isBefore ? 1 : -1)
      points[one] = points[one] - way
      points[other] = points[other] + way
    }
    return !pairs.isEmpty
  }
}
