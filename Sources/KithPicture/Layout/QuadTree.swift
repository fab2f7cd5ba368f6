/// Masses in a plane, each square divided in four, so that those far away push as one (Barnes and Hut, 1986).
struct QuadTree {
  private struct Cell {
    var mass = 0.0
    var x = 0.0
    var y = 0.0
    var size: Double
    /// The first of its four squares; 0 for none.
    var children = 0
    /// The mass in it as long as it is one; else -1.
    var item = -1
  }

  private var cells: [Cell] = []
  private static let deepest = 24
  /// The square of how large a cell may look, as a part of its distance.
  private static let opening = 0.81

  init(_ points: [Point], masses: [Double]) {
    let left = points.reduce(Double.infinity) { min($0, $1.x) }
    let top = points.reduce(Double.infinity) { min($0, $1.y) }
    let right = points.reduce(-Double.infinity) { max($0, $1.x) }
    let bottom = points.reduce(-Double.infinity) { max($0, $1.y) }
    let size = max(right - left, bottom - top, 1e-9) * 1.0001
    cells.reserveCapacity(points.count * 3)
    cells.append(Cell(size: size))
    for index in points.indices { insert(index, points, masses, left: left, top: top) }
    for index in cells.indices where cells[index].mass > 0 {
      cells[index].x /= cells[index].mass
      cells[index].y /= cells[index].mass
    }
  }

  private mutating func insert(
    _ item: Int, _ points: [Point], _ masses: [Double], left: Double, top: Double
  ) {
    var (left, top) = (left, top)
    var cell = 0
    for depth in 0...QuadTree.deepest {
      let wasEmpty = cells[cell].mass == 0
      add(item, to: cell, points, masses)
      if wasEmpty {
        cells[cell].item = item
        return
      }
      guard depth < QuadTree.deepest else { return }
      let half = cells[cell].size / 2
      if cells[cell].children == 0 { divide(cell, points, masses, left, top) }
      let (right, below) = (points[item].x >= left + half, points[item].y >= top + half)
      cell = cells[cell].children + (right ? 1 : 0) + (below ? 2 : 0)
      if right { left += half }
      if below { top += half }
    }
  }

  private mutating func add(_ item: Int, to cell: Int, _ points: [Point], _ masses: [Double]) {
    let mass = masses[item]
    cells[cell].mass += mass
    cells[cell].x += points[item].x * mass
    cells[cell].y += points[item].y * mass
  }

  /// Gives a cell its four squares, and what was in it to one of them.
  private mutating func divide(_ cell: Int, _ points: [Point], _ masses: [Double], _ left: Double, _ top: Double) {
    let half = cells[cell].size / 2
    cells[cell].children = cells.count
    for _ in 0..<4 { cells.append(Cell(size: half)) }
    let item = cells[cell].item
    cells[cell].item = -1
    guard item >= 0 else { return }
    let child =
      cells[cell].children + (points[item].x >= left + half ? 1 : 0) + (points[item].y >= top + half ? 2 : 0)
    add(item, to: child, points, masses)
    cells[child].item = item
  }

  /// The sum of mass over the square of the distance, away from each, at `point`.
  func push(at point: Point, except item: Int, stack: inout [Int]) -> Point {
    var (forceX, forceY) = (0.0, 0.0)
    stack.removeAll(keepingCapacity: true)
    stack.append(0)
    cells.withUnsafeBufferPointer { cells in
      while let index = stack.popLast() {
        let cell = cells[index]
        if cell.mass == 0 || cell.item == item && cell.children == 0 { continue }
        let dx = point.x - cell.x
        let dy = point.y - cell.y
        let distance = dx * dx + dy * dy
        if cell.children == 0 || cell.size * cell.size < QuadTree.opening * distance {
          let factor = cell.mass / max(distance * distance.squareRoot(), 1e-6)
          forceX += dx * factor
          forceY += dy * factor
        } else {
          for child in cell.children..<cell.children + 4 where cells[child].mass > 0 { stack.append(child) }
        }
      }
    }
    return Point(forceX, forceY)
  }
}
