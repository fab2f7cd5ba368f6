/// Puts boxes side by side without gaps: the highest first, each where it lies highest on those before it.
enum Packing {
  /// The top left corner for each size, within a width that makes the whole wider than high.
  static func corners(for sizes: [Point], gap: Double) -> [Point] {
    let area = sizes.reduce(0) { $0 + ($1.x + gap) * ($1.y + gap) }
    let widest = sizes.reduce(0) { max($0, $1.x + gap) }
    let width = max(widest, (area * 1.5).squareRoot() * 1.05)
    var corners = [Point](repeating: .zero, count: sizes.count)
    var skyline = Skyline(width: width)
    let order = sizes.indices.sorted { (-sizes[$0].y, -sizes[$0].x, $0) < (-sizes[$1].y, -sizes[$1].x, $1) }
    for index in order { corners[index] = skyline.place(width: sizes[index].x + gap, height: sizes[index].y + gap) }
    return corners
  }

  /// How far down the room is taken, from left to right.
  private struct Skyline {
    private var steps: [(x: Double, y: Double)] = [(0, 0)]
    private let width: Double

    init(width: Double) { self.width = width }

    mutating func place(width wanted: Double, height: Double) -> Point {
      var best = Point(0, .infinity)
      for step in steps where step.x + wanted <= width + 1e-6 {
        let y = level(from: step.x, to: step.x + wanted)
        if y < best.y { best = Point(step.x, y) }
      }
      if best.y == .infinity { best = Point(0, level(from: 0, to: wanted)) }
      raise(from: best.x, to: best.x + wanted, by: best.y + height)
      return best
    }

    private func level(from left: Double, to right: Double) -> Double {
      var level = 0.0
      for (index, step) in steps.enumerated() {
        let end = index + 1 < steps.count ? steps[index + 1].x : Double.infinity
        if step.x < right - 1e-6, end > left + 1e-6 { level = max(level, step.y) }
      }
      return level
    }

    private mutating func raise(from left: Double, to right: Double, by y: Double) {
      let after = steps.last { $0.x <= right + 1e-6 }?.y ?? 0
      steps.removeAll { $0.x > left - 1e-6 && $0.x < right + 1e-6 }
      steps.append((left, y))
      steps.append((right, after))
      steps.sort { $0.x < $1.x }
    }
  }
}
