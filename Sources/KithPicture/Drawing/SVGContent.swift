import KithCore

/// The edges, nodes and names of a picture, as elements of SVG.
struct SVGContent {
  let picture: Picture
  let output: OutputSink
  /// Whether a script is to find them: each node and edge then says its number.
  let isNumbered: Bool

  private var graph: PictureGraph { picture.graph }
  private func number(_ value: Double) -> String { Markup.number(value) }

  /// What arrows end with.
  static let definitions = """
    <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" \
    markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="arrowhead" d="M0,0.8 8,4 0,7.2z"/></marker></defs>

    """

  func write() throws {
    // Many lines are paler, or they would hide what they tie.
    let opacity = graph.edges.count > 1200 ? " opacity=\"0.4\"" : graph.edges.count > 400 ? " opacity=\"0.7\"" : ""
    try output.write("<g class=\"edges\"\(opacity)>\n")
    for index in graph.edges.indices { try writeEdge(index) }
    try output.write("</g>\n<g class=\"nodes\">\n")
    for index in graph.nodes.indices { try writeNode(index) }
    try output.write("</g>\n<g class=\"labels\" text-anchor=\"middle\">\n")
    for label in picture.labels { try write(label) }
    try output.write("</g>\n")
  }

  private func writeEdge(_ index: Int) throws {
    let edge = graph.edges[index]
    let arrow = edge.arrow(in: graph)
    let (from, to) = ends(of: edge, arrow)
    let isBetweenPeople = graph.nodes[edge.from].kind == .person && graph.nodes[edge.to].kind == .person
    let classes = "edge" + (isBetweenPeople ? " people" : "") + (edge.isOver ? " over" : "")
    let marker = arrow.map { $0 == edge.to ? " marker-end=\"url(#arrow)\"" : " marker-start=\"url(#arrow)\"" } ?? ""
    let numbers = isNumbered ? " data-e=\"\(index)\"" : ""
    try output.write(
      """
      <line class="\(classes)" x1="\(number(from.x))" y1="\(number(from.y))" x2="\(number(to.x))" \
      y2="\(number(to.y))"\(marker)\(numbers)><title>\(Markup.escaped(words(of: edge)))</title></line>

      """)
  }

  /// From rim to rim.
  private func ends(of edge: PictureEdge, _ arrow: Int?) -> (Point, Point) {
    let (one, other) = (picture.marks[edge.from], picture.marks[edge.to])
    let way = other.center - one.center
    let length = way.length
    guard length > one.radius + other.radius else { return (one.center, other.center) }
    let gap = arrow == nil ? 0.0 : 2.0
    return (
      one.center + way * ((one.radius + gap) / length), other.center - way * ((other.radius + gap) / length)
    )
  }

  /// "Ada Lovelace works for Analytical Engines, CTO, since 2021"
  func words(of edge: PictureEdge) -> String {
    edge.ties.map { tie in
      let (subject, object) = tie.isForward ? (edge.from, edge.to) : (edge.to, edge.from)
      let words = [graph.nodes[subject], graph.nodes[object]].map { LabelText.shortened($0.name) }
        .joined(separator: " \(tie.phrase) ")
      return tie.details.isEmpty ? words : "\(words), \(LabelText.shortened(tie.details, to: 80))"
    }.joined(separator: "; ")
  }

  private func writeNode(_ index: Int) throws {
    let node = graph.nodes[index]
    let mark = picture.marks[index]
    let numbers = isNumbered ? " data-n=\"\(index)\"" : ""
    try output.write(
      """
      <g class="node \(SVGMarks.classes(of: node))"\(numbers)><title>\(Markup.escaped(words(of: node)))</title>\
      \(SVGMarks.mark(node.kind, mark.center, mark.radius))</g>

      """)
  }

  private func words(of node: PictureNode) -> String {
    let facts = node.facts.map { "\($0.label): \($0.value)" }
    return ([LabelText.shortened(node.name, to: 80), node.isMe ? "you" : "\(node.kind)"] + facts)
      .joined(separator: ", ")
  }

  private func write(_ label: PictureLabel) throws {
    let size = label.fontSize == PictureSizes.fontSize ? "" : " font-size=\"\(number(label.fontSize))\""
    let anchor = label.alignment == .middle ? "" : " text-anchor=\"\(label.alignment)\""
    let numbers = isNumbered ? " data-n=\"\(label.node)\"" : ""
    try output.write(
      """
      <text x="\(number(label.anchor.x))" y="\(number(label.anchor.y))"\(anchor)\(size)\(numbers)>\
      \(Markup.escaped(label.text))</text>

      """)
  }
}
