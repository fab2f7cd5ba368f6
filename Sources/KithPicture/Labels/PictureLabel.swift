/// A name beside its node.
public struct PictureLabel: Sendable {
  public let node: Int
  public let text: String
  /// All that the text takes, whatever font draws it.
  public private(set) var box: Box
  let fontSize: Double
  let side: Side

  /// Where it stands, as seen from the node; the better first.
  enum Side: Int, CaseIterable { case below, right, above, left, belowRight, aboveRight, belowLeft, aboveLeft }

  /// - Parameters:
  ///   - width: of the text, in units of the font size.
  init(node: Int, text: String, width: Double, fontSize: Double, side: Side, center: Point, radius: Double) {
    self.node = node
    self.text = text
    self.fontSize = fontSize
    self.side = side
    let (w, h) = (width * fontSize + 2, fontSize * PictureLabel.lineHeight)
    let (gap, slant) = (2.5, radius * 0.72 + 1)
    let left: Double
    let top: Double
    switch side {
    case .below, .above: left = center.x - w / 2
    case .right: left = center.x + radius + gap
    case .left: left = center.x - radius - gap - w
    case .belowRight, .aboveRight: left = center.x + slant
    case .belowLeft, .aboveLeft: left = center.x - slant - w
    }
    switch side {
    case .below: top = center.y + radius + gap
    case .above: top = center.y - radius - gap - h
    case .right, .left: top = center.y - h / 2
    case .belowRight, .belowLeft: top = center.y + slant
    case .aboveRight, .aboveLeft: top = center.y - slant - h
    }
    box = Box(left: left, top: top, right: left + w, bottom: top + h)
  }

  static let lineHeight = 1.25

  /// Where its text is anchored, on the base line.
  var anchor: Point {
    let x =
      switch alignment {
      case .start: box.left + 1
      case .middle: box.center.x
      case .end: box.right - 1
      }
    return Point(x, box.top + fontSize * 0.95)
  }

  enum Alignment: String { case start, middle, end }

  var alignment: Alignment {
    switch side {
    case .below, .above: .middle
    case .right, .belowRight, .aboveRight: .start
    case .left, .belowLeft, .aboveLeft: .end
    }
  }

  func moved(by offset: Point) -> PictureLabel {
    var label = self
    label.box = box.moved(by: offset)
    return label
  }
}
