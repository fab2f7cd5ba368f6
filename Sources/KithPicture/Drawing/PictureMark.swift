/// Where a node is drawn, and how large.
public struct PictureMark: Sendable {
  public internal(set) var center: Point
  /// Of the circle that holds its mark.
  public let radius: Double
}
