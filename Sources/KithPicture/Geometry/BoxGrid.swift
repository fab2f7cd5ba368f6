/// Boxes in the cells of a grid, so that those near a place are found without looking at all of them.
struct BoxGrid {
  private var cells: [Cell: [Int]] = [:]
  private let size: Double

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  init(cellSize: Double) { size = max(cellSize, 1) }

  private func range(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    let first = Int((low / size).rounded(.down))
    return first...max(first, Int((high / size).rounded(.down)))
  }

  mutating func insert(_ item: Int, at box: Box) {
    forEachCell(of: box) { cells[$0, default: []].append(item) }
  }

  /// Only through the cells that a line crosses.
  mutating func insert(_ item: Int, along from: Point, _ to: Point) {
    let steps = max(1, Int(((to - from).length / size).rounded(.up)))
    for step in 0..<steps {
      let first = from + (to - from) * (Double(step) / Double(steps))
      let last = from + (to - from) * (Double(step + 1) / Double(steps))
      let box = Box(
        left: min(first.x, last.x), top: min(first.y, last.y), right: max(first.x, last.x),
        bottom: max(first.y, last.y))
      insert(item, at: box)
    }
  }

  /// The items near `box`, each once, in their order.
  func items(near box: Box) -> [Int] {
    var found: [Int] = []
    forEachCell(of: box) { found += cells[$0] ?? [] }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    return found.filter { item in
      defer { last = item }
      return item != last
    }
  }

  private func forEachCell(of box: Box, _ body: (Cell) -> Void) {
    for column in range(box.left, box.right) {
      for row in range(box.top, box.bottom) { body(Cell(column: column, row: row)) }
    }
  }
}
