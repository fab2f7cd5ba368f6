/// Puts names beside nodes so that none covers another name or a node, and few lie on an edge.
struct LabelPlacement {
  private let marks: [PictureMark]
  private let texts: [(text: String, width: Double)]
  private let edges: [(from: Point, to: Point)]
  private let markGrid: BoxGrid
  private let edgeGrid: BoxGrid
  private var placed: [PictureLabel?]
  private var labelGrid: BoxGrid
  /// The places below their nodes of those not yet placed, where the layout has left room for all of them.
  private var reserved: [Box?]
  private var reservedGrid: BoxGrid

  init(_ marks: [PictureMark], texts: [(text: String, width: Double)], edges: [(from: Point, to: Point)]) {
    self.marks = marks
    self.texts = texts
    self.edges = edges
    var markGrid = BoxGrid(cellSize: 60)
    for (index, mark) in marks.enumerated() {
      markGrid.insert(index, at: Box(center: mark.center, radius: mark.radius))
    }
    var edgeGrid = BoxGrid(cellSize: 80)
    for (index, edge) in edges.enumerated() { edgeGrid.insert(index, along: edge.from, edge.to) }
    self.markGrid = markGrid
    self.edgeGrid = edgeGrid
    labelGrid = BoxGrid(cellSize: 60)
    reservedGrid = BoxGrid(cellSize: 60)
    placed = [PictureLabel?](repeating: nil, count: marks.count)
    reserved = [Box?](repeating: nil, count: marks.count)
  }

  /// Labels in `order`: first those for which the layout has left room, then the others where there is some.
  static func labels(
    _ marks: [PictureMark], sizes: PictureSizes, edges: [(from: Point, to: Point)], order: [Int]
  ) -> [PictureLabel] {
    var placement = LabelPlacement(marks, texts: sizes.texts, edges: edges)
    let (sure, others) = (order.filter { sizes.hasRoom[$0] }, order.filter { !sizes.hasRoom[$0] })
    for node in sure { placement.reserve(node, sizes.fontSizes[node]) }
    for _ in 0..<3 {
      for node in sure { placement.place(node, sizes.fontSizes[node]) }
    }
    for node in others { placement.place(node, sizes.fontSizes[node]) }
    return placement.placed.compactMap { $0 }
  }

  private mutating func reserve(_ node: Int, _ fontSize: Double) {
    let box = label(node, fontSize, .below).box
    reserved[node] = box
    reservedGrid.insert(node, at: box)
  }

  private mutating func place(_ node: Int, _ fontSize: Double) {
    placed[node] = nil
    var best: (label: PictureLabel, cost: Double)?
    for side in PictureLabel.Side.allCases {
      let candidate = label(node, fontSize, side)
      guard isFree(candidate) else { continue }
      let cost = Double(crossings(of: candidate.box)) + Double(side.rawValue) * 0.12
      if cost < best?.cost ?? .infinity { best = (candidate, cost) }
    }
    guard let label = best?.label else { return }
    placed[node] = label
    reserved[node] = nil
    labelGrid.insert(node, at: label.box)
  }

  private func label(_ node: Int, _ fontSize: Double, _ side: PictureLabel.Side) -> PictureLabel {
    PictureLabel(
      node: node, text: texts[node].text, width: texts[node].width, fontSize: fontSize, side: side,
      center: marks[node].center, radius: marks[node].radius)
  }

  private func isFree(_ label: PictureLabel) -> Bool {
    let box = label.box
    for other in markGrid.items(near: box) where box.intersectsCircle(marks[other].center, radius: marks[other].radius)
    {
      return false
    }
    for other in labelGrid.items(near: box) where other != label.node {
      if let taken = placed[other], taken.box.intersects(box) { return false }
    }
    for other in reservedGrid.items(near: box) where other != label.node {
      if let taken = reserved[other], taken.intersects(box) { return false }
    }
    return true
  }

  private func crossings(of box: Box) -> Int {
    edgeGrid.items(near: box).count { box.intersectsLine(edges[$0].from, edges[$0].to) }
  }
}
