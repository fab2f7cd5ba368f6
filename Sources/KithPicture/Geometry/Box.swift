/// A rectangle with its sides along the axes; y grows downwards.
public struct Box: Sendable, Equatable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(center: Point, radius: Double) {
    self.init(
      left: center.x - radius, top: center.y - radius, right: center.x + radius, bottom: center.y + radius)
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
  var center: Point { Point((left + right) / 2, (top + bottom) / 2) }

  public func intersects(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  public func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func moved(by offset: Point) -> Box {
    Box(left: left + offset.x, top: top + offset.y, right: right + offset.x, bottom: bottom + offset.y)
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  public func intersectsCircle(_ center: Point, radius: Double) -> Bool {
    let dx = max(left - center.x, 0, center.x - right)
    let dy = max(top - center.y, 0, center.y - bottom)
    return dx * dx + dy * dy < radius * radius
  }

  /// Whether a line has a point in it (Liang and Barsky, 1984).
  func intersectsLine(_ from: Point, _ to: Point) -> Bool {
    var enter = 0.0
    var leave = 1.0
    let delta = to - from
    let sides = [
      (-delta.x, from.x - left), (delta.x, right - from.x), (-delta.y, from.y - top), (delta.y, bottom - from.y),
    ]
    for (direction, distance) in sides {
      if direction == 0 {
        if distance < 0 { return false }
      } else if direction < 0 {
        enter = max(enter, distance / direction)
      } else {
        leave = min(leave, distance / direction)
      }
    }
    return enter < leave
  }
}
