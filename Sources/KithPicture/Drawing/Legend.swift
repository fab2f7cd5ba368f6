import KithCore

/// What the marks mean, in rows below the picture, and the caption.
public struct Legend: Sendable {
  struct Item: Sendable {
    let symbol: Symbol
    let text: String
  }

  enum Symbol: Sendable, Equatable {
    case mark(Entity.Kind, Warmth?)
    case me
    case tie, pastTie, arrow
  }

  struct Place: Sendable {
    let item: Item
    /// The middle of the symbol.
    let center: Point
  }

  let items: [Item]
  let caption: String
  let places: [Place]
  let scale: Double
  public let width: Double
  public let height: Double

  static let fontSize = 12.0
  private static let indent = 24.0
  private static let rowHeight = 22.0

  /// - Parameter scale: how much larger than its natural size, for a picture that will be looked at from afar.
  init(_ graph: PictureGraph, caption: String, width: Double, scale: Double) {
    items = Legend.items(for: graph)
    self.caption = caption
    self.scale = scale
    let rows = Legend.rows(items, width: width / scale)
    places = rows.places
    let captionWidth = TextMetrics.width(of: caption) * Legend.fontSize + 2 * Legend.indent
    self.width = max(width, rows.width * scale, captionWidth * scale)
    height = (Double(rows.count + 1) * Legend.rowHeight + 20) * scale
  }

  private static func rows(_ items: [Item], width: Double) -> (places: [Place], count: Int, width: Double) {
    var places: [Place] = []
    var (x, row, widest) = (indent, 0, 0.0)
    for item in items {
      let needed = 28 + TextMetrics.width(of: item.text) * fontSize + 14
      if x > indent, x + needed > width - indent {
        x = indent
        row += 1
      }
      places.append(Place(item: item, center: Point(x + 11, 16 + Double(row) * rowHeight)))
      x += needed
      widest = max(widest, x + indent)
    }
    return (places, items.isEmpty ? 0 : row + 1, widest)
  }

  /// Only what the picture has.
  private static func items(for graph: PictureGraph) -> [Item] {
    var items: [Item] = []
    if graph.nodes.contains(where: \.isMe) { items.append(Item(symbol: .me, text: "you")) }
    let people = graph.nodes.filter { $0.kind == .person && !$0.isMe }
    if people.contains(where: { $0.warmth == nil }) { items.append(Item(symbol: .mark(.person, nil), text: "person")) }
    let warmths = Warmth.allCases.filter { warmth in people.contains { $0.warmth == warmth } }
    for (index, warmth) in warmths.enumerated() {
      items.append(
        Item(symbol: .mark(.person, warmth), text: index == 0 ? "person, \(warmth.words)" : warmth.words))
    }
    for kind in [Entity.Kind.company, .organization, .event] where graph.nodes.contains(where: { $0.kind == kind }) {
      items.append(Item(symbol: .mark(kind, nil), text: kind.rawValue))
    }
    if graph.edges.contains(where: { !$0.isOver }) { items.append(Item(symbol: .tie, text: "tie")) }
    if graph.edges.contains(where: \.isOver) { items.append(Item(symbol: .pastTie, text: "past")) }
    if graph.edges.contains(where: { $0.arrow(in: graph) != nil }) {
      items.append(Item(symbol: .arrow, text: "one way, as in introduced by"))
    }
    return items
  }
}

extension PictureEdge {
  /// The end at which an arrow stands: between people where all that ties them goes the same way. Elsewhere the kinds
  /// say which is which.
  func arrow(in graph: PictureGraph) -> Int? {
    guard graph.nodes[from].kind == .person, graph.nodes[to].kind == .person else { return nil }
    let directed = ties.filter { !$0.isSymmetric }
    guard directed.count == ties.count, Set(directed.map(\.isForward)).count == 1 else { return nil }
    return directed[0].isForward ? to : from
  }
}
