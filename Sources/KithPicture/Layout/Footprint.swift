/// The room that a node takes round its place: its mark, and the label below it where there is to be room for that.
struct Footprint {
  let halfWidth: Double
  let above: Double
  let below: Double

  func box(at point: Point) -> Box {
    Box(left: point.x - halfWidth, top: point.y - above, right: point.x + halfWidth, bottom: point.y + below)
  }
}
