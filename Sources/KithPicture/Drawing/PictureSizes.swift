import KithCore

/// How large marks and names are before anything has its place.
struct PictureSizes {
  static let fontSize = 12.0
  let radii: [Double]
  let texts: [(text: String, width: Double)]

  init(_ graph: PictureGraph) {
    radii = graph.nodes.map(PictureSizes.radius)
    texts = graph.nodes.map { node in
      let text = LabelText.shortened(node.name)
      return (text, TextMetrics.width(of: text))
    }
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

  func footprint(of node: Int, withLabel: Bool) -> Footprint {
    let radius = radii[node]
    guard withLabel else { return Footprint(halfWidth: radius + 5, above: radius + 5, below: radius + 5) }
    let wide = texts[node].width * PictureSizes.fontSize / 2 + 5
    let line = PictureSizes.fontSize * PictureLabel.lineHeight
    return Footprint(halfWidth: max(radius + 5, wide), above: radius + 4, below: radius + line + 8)
  }
}
