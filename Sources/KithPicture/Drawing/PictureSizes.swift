import KithCore

/// How large marks and names are before anything has its place.
struct PictureSizes {
  static let fontSize = 12.0
  /// With more nodes than this, names are left out where there is no room.
  private static let mostLabelled = 300
  let radii: [Double]
  let texts: [(text: String, width: Double)]
  let fontSizes: [Double]
  /// Whether the layout leaves room for the name.
  let hasRoom: [Bool]
  /// The better tied first, you before all.
  let order: [Int]
  let isCrowded: Bool

  init(_ graph: PictureGraph) {
    radii = graph.nodes.map(PictureSizes.radius)
    texts = graph.nodes.map { node in
      let text = LabelText.shortened(node.name)
      return (text, TextMetrics.width(of: text))
    }
    order = graph.nodes.indices.sorted { one, other in
      let (a, b) = (graph.nodes[one], graph.nodes[other])
      return (a.isMe ? 0 : 1, -a.degree, one) < (b.isMe ? 0 : 1, -b.degree, other)
    }
    isCrowded = graph.nodes.count > PictureSizes.mostLabelled
    var fontSizes = [Double](repeating: PictureSizes.fontSize, count: graph.nodes.count)
    var hasRoom = [Bool](repeating: !isCrowded, count: graph.nodes.count)
    if isCrowded {
      // As on a map: a few names to be read from afar, more from nearer, all the others from near by.
      let side = (Double(graph.nodes.count) * 4200).squareRoot()
      for (place, node) in order.prefix(120).enumerated() {
        fontSizes[node] = max(PictureSizes.fontSize, side / (place < 30 ? 120 : 170))
        hasRoom[node] = true
      }
    }
    self.fontSizes = fontSizes
    self.hasRoom = hasRoom
  }

  /// The better tied, the larger.
  private static func radius(of node: PictureNode) -> Double {
    let growth = Double(node.degree).squareRoot() * 1.4
    switch node.kind {
    case .person: return node.isMe ? 14 : 6.5 + min(growth, 7)
    case .company, .organization: return 8 + min(growth, 12)
    case .event: return 8.5 + min(growth, 10)
    }
  }

  func footprint(of node: Int) -> Footprint {
    let radius = radii[node]
    let gap = isCrowded ? 6.0 : 5.0
    guard hasRoom[node] else { return Footprint(halfWidth: radius + gap, above: radius + gap, below: radius + gap) }
    let wide = texts[node].width * fontSizes[node] / 2 + gap
    let line = fontSizes[node] * PictureLabel.lineHeight
    return Footprint(halfWidth: max(radius + gap, wide), above: radius + 4, below: radius + line + 8)
  }
}
