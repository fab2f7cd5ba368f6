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

  /// With more nodes than this, names are left out where there is no room.
  static let mostLabelled = 300
  private static let margin = 24.0

  /// - Parameters:
  ///   - title: what it shows, in a few words.
  ///   - caption: a line under the picture.
  ///   - positions: where another program put the nodes, in any unit; kith's own layout otherwise.
  public init(_ graph: PictureGraph, title: String, caption: String, positions: [Point]? = nil) {
    self.graph = graph
    self.title = title
    let sizes = PictureSizes(graph)
    let isAllLabelled = graph.nodes.count <= Picture.mostLabelled
    let layout = PictureLayout(
      graph, footprints: graph.nodes.indices.map { sizes.footprint(of: $0, withLabel: isAllLabelled) },
      edgeLength: isAllLabelled ? 90 : 40, gap: isAllLabelled ? 30 : 24)
    var marks = zip(layout.positions(given: positions), sizes.radii).map { PictureMark(center: $0, radius: $1) }
    var labels = Picture.labels(marks, graph, sizes, all: isAllLabelled)
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

  private static func labels(
    _ marks: [PictureMark], _ graph: PictureGraph, _ sizes: PictureSizes, all: Bool
  ) -> [PictureLabel] {
    let edges = graph.edges.map { (from: marks[$0.from].center, to: marks[$0.to].center) }
    let order = graph.nodes.indices.sorted { one, other in
      let (a, b) = (graph.nodes[one], graph.nodes[other])
      return (a.isMe ? 0 : 1, -a.degree, one) < (b.isMe ? 0 : 1, -b.degree, other)
    }
    if all {
      return LabelPlacement.all(
        marks, texts: sizes.texts, edges: edges, fontSize: PictureSizes.fontSize, order: order)
    }
    let bounds = bounds(marks, [])
    let largest = max(bounds.width, bounds.height) / 95
    let tiers = [(largest, 24), (largest * 0.7, 90), (PictureSizes.fontSize, graph.nodes.count)]
    return LabelPlacement.some(
      marks, texts: sizes.texts, edges: edges,
      sizes: tiers.filter { $0.0 >= PictureSizes.fontSize }.map { (fontSize: $0.0, count: $0.1) }, order: order)
  }
}
