import KithCore

/// A mark or a line as the legend shows it.
enum LegendSymbol {
  static func svg(_ symbol: Legend.Symbol, at center: Point) -> String {
    switch symbol {
    case .mark(let kind, let warmth):
      let classes = "node \(kind)" + (warmth.map { " " + SVGMarks.className($0) } ?? "")
      return "<g class=\"\(classes)\">\(SVGMarks.mark(kind, center, kind == .person ? 7 : 8))</g>"
    case .me: return "<g class=\"node person me\">\(SVGMarks.mark(.person, center, 7))</g>"
    case .tie: return line("edge people", center)
    case .pastTie: return line("edge over", center)
    case .arrow: return line("edge people", center, marker: " marker-end=\"url(#arrow)\"")
    }
  }

  private static func line(_ classes: String, _ center: Point, marker: String = "") -> String {
    let (left, right, y) = (Markup.number(center.x - 11), Markup.number(center.x + 11), Markup.number(center.y))
    return "<line class=\"\(classes)\" x1=\"\(left)\" y1=\"\(y)\" x2=\"\(right)\" y2=\"\(y)\"\(marker)/>"
  }

  /// With three digits behind the point.
  static func fine(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(rest)"
  }
}
