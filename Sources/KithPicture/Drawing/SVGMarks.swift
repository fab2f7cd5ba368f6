import KithCore

/// The elements of a picture, with classes that a style sheet colours.
struct SVGMarks {
  /// The mark of a kind, within a circle.
  static func mark(_ kind: Entity.Kind, _ center: Point, _ radius: Double) -> String {
    func n(_ value: Double) -> String { Markup.number(value) }
    switch kind {
    case .person: return "<circle cx=\"\(n(center.x))\" cy=\"\(n(center.y))\" r=\"\(n(radius))\"/>"
    case .company:
      let half = radius * 0.8
      return """
        <rect x="\(n(center.x - half))" y="\(n(center.y - half))" width="\(n(half * 2))" height="\(n(half * 2))" \
        rx="\(n(half * 0.45))"/>
        """
    case .organization:
      let corners = [(1.0, 0.0), (0.5, 0.866), (-0.5, 0.866), (-1, 0), (-0.5, -0.866), (0.5, -0.866)]
      return polygon(corners, center, radius)
    case .event: return polygon([(1, 0), (0, 1), (-1, 0), (0, -1)], center, radius)
    }
  }

  private static func polygon(_ corners: [(Double, Double)], _ center: Point, _ radius: Double) -> String {
    let points = corners.map {
      "\(Markup.number(center.x + $0.0 * radius)),\(Markup.number(center.y + $0.1 * radius))"
    }
    return "<polygon points=\"\(points.joined(separator: " "))\"/>"
  }

  static func classes(of node: PictureNode) -> String {
    let warmth = node.warmth.map { " \(className($0))" } ?? ""
    return "\(node.kind)" + (node.isMe ? " me" : warmth)
  }

  static func className(_ warmth: Warmth) -> String { "w\(warmth.rawValue)" }
}
