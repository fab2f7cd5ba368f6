/// Moves nodes apart until no two take the same room, keeping the shape as far as that goes.
struct OverlapRemoval {
  private let footprints: [Footprint]
  private static let rounds = 50
  /// How much larger than all the room taken the whole is before it is pushed apart.
  private let looseness: Double

  /// How far the density is made the same everywhere, from 0 to 1.
  private let evenness: Double

  init(_ footprints: [Footprint], looseness: Double, evenness: Double) {
    self.footprints = footprints
    self.looseness = looseness
    self.evenness = evenness
  }

  func apply(to points: inout [Point]) {
    guard points.count > 1 else { return }
    separate(&points)
    spread(&points)
    var order = Array(points.indices)
    for _ in 0..<120 {
      for _ in 0..<OverlapRemoval.rounds where !push(&points, &order) { return }
      scale(&points, by: 1.025)
    }
    while push(&points, &order) { scale(&points, by: 1.2) }
  }

  /// No two in the very same place: growing would never part them.
  private func separate(_ points: inout [Point]) {
    var random = RandomSequence(seed: 7)
    for index in points.indices { points[index] = points[index] + Point(random.signed(), random.signed()) * 0.5 }
  }

  /// Grows the whole to about the room that it needs; what then overlaps is pushed apart. Those far outside are drawn
  /// nearer, or the rest would be small beside empty paper; and a crowd in the middle is let out.
  private func spread(_ points: inout [Point]) {
    let order = points.indices.sorted { points[$0].length < points[$1].length }
    let radius = max(points[order[order.count * 17 / 20]].length, 1e-9)
    for (rank, index) in order.enumerated() {
      let distance = points[index].length / radius
      guard distance > 0 else { continue }
      let near = distance > 1 ? 1 + (distance - 1) * 0.45 : distance
      let even = (Double(rank) / Double(order.count) / 0.85).squareRoot()
      points[index] = points[index] * ((near + (even - near) * evenness) / distance)
    }
    let needed = footprints.reduce(0) { $0 + $1.halfWidth * 2 * ($1.above + $1.below) } * looseness
    let taken = radius * radius * 3.1416 / 0.85
    if taken < needed { scale(&points, by: (needed / taken).squareRoot()) }
  }

  private func scale(_ points: inout [Point], by factor: Double) {
    for index in points.indices { points[index] = points[index] * factor }
  }

  /// Pushes each pair that overlaps apart along the shorter way, in a sweep from left to right. Returns whether there was one.
  private func push(_ points: inout [Point], _ order: inout [Int]) -> Bool {
    order.sort { points[$0].x - footprints[$0].halfWidth < points[$1].x - footprints[$1].halfWidth }
    var wasOne = false
    points.withUnsafeMutableBufferPointer { points in
      footprints.withUnsafeBufferPointer { footprints in
        order.withUnsafeBufferPointer { order in
          for place in order.indices where OverlapRemoval.push(place, points, footprints, order) { wasOne = true }
        }
      }
    }
    return wasOne
  }

  private static func push(
    _ place: Int, _ points: UnsafeMutableBufferPointer<Point>, _ footprints: UnsafeBufferPointer<Footprint>,
    _ order: UnsafeBufferPointer<Int>
  ) -> Bool {
    let one = order[place]
    let mine = footprints[one]
    var wasOne = false
    // Those before may have been moved: a little beyond the right side is looked at too.
    let right = points[one].x + mine.halfWidth + 20
    var next = place + 1
    while next < order.count {
      let other = order[next]
      next += 1
      let theirs = footprints[other]
      if points[other].x - theirs.halfWidth > right { break }
      let (a, b) = (points[one], points[other])
      let wide = mine.halfWidth + theirs.halfWidth - abs(a.x - b.x)
      guard wide > 0 else { continue }
      let high = min(a.y + mine.below, b.y + theirs.below) - max(a.y - mine.above, b.y - theirs.above)
      guard high > 0 else { continue }
      wasOne = true
      let middles = b.y + (theirs.below - theirs.above) / 2 - a.y - (mine.below - mine.above) / 2
      let isSideways = wide < high
      let amount = (isSideways ? wide : high) * 0.52 + 0.05
      let way = (isSideways ? Point(amount, 0) : Point(0, amount)) * ((isSideways ? b.x - a.x : middles) >= 0 ? 1 : -1)
      points[one] = a - way
      points[other] = b + way
    }
    return wasOne
  }
}
