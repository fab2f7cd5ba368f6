import KithCore

/// A graph laid out: a place for every node, names for those that have room, and how large the whole is.
public struct Picture: Sendable {
  public let graph: PictureGraph
  public let title: String
  public private(set) var marks: [PictureMark]
  public private(set) var labels: [PictureLabel]
  public let width: Double
  public let height: Double
  /// The part of the canvas that nodes and labels are in; the legend is below.
  public let drawing: Box
  public let legend: Legend
  /// The nodes, the better tied first.
  let order: [Int]

  private static let margin = 24.0

  /// - Parameters:
  ///   - title: what it shows, in a few words.
  ///   - caption: a line under the picture.
  ///   - positions: where another program put the nodes, in any unit; kith's own layout otherwise.
  public init(_ graph: PictureGraph, title: String, caption: String, positions: [Point]? = nil) {
    self.graph = graph
    self.title = title
    let sizes = PictureSizes(graph)
    order = sizes.order
    let layout = PictureLayout(
      graph, footprints: graph.nodes.indices.map(sizes.footprint), edgeLength: sizes.isCrowded ? 30 : 80, gap: 26,
      looseness: sizes.isCrowded ? 2.6 : 1.7, evenness: sizes.isCrowded ? 0.75 : 0)
    var marks = zip(layout.positions(given: positions), sizes.radii).map { PictureMark(center: $0, radius: $1) }
    var labels = LabelPlacement.labels(
      marks, sizes: sizes, edges: graph.edges.map { (from: marks[$0.from].center, to: marks[$0.to].center) },
      order: sizes.order)
    let bounds = Picture.bounds(marks, labels)
    let offset = Point(Picture.margin - bounds.left, Picture.margin - bounds.top)
    for index in marks.indices { marks[index].center = marks[index].center + offset }
    labels = labels.map { $0.moved(by: offset) }
    let wide = bounds.width + 2 * Picture.margin
    legend = Legend(graph, caption: caption, width: max(wide, 420), scale: max(1, max(wide, bounds.height) / 1500))
    width = max(wide, legend.width)
    let indent = (width - wide) / 2
    if indent > 0 {
      for index in marks.indices { marks[index].center.x += indent }
      labels = labels.map { $0.moved(by: Point(indent, 0)) }
    }
    drawing = Box(left: 0, top: 0, right: width, bottom: bounds.height + 2 * Picture.margin)
    height = drawing.bottom + legend.height
    self.marks = marks
    self.labels = labels
  }

  private static func bounds(_ marks: [PictureMark], _ labels: [PictureLabel]) -> Box {
    let boxes = marks.map { Box(center: $0.center, radius: $0.radius + 2) } + labels.map(\.box)
    guard let first = boxes.first else { return Box(left: 0, top: 0, right: 0, bottom: 0) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }
}
