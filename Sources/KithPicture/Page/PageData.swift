import KithCore

/// The nodes and ties of a picture for its script, as JSON that can stand in a page: nothing in it can end the script.
///
/// `{"nodes": [[name, label, width, side, kind, x, y, radius, [[label, value] …]] …], "order": [node …],
/// "edges": [[from, to, [[phrase seen from `from`, phrase seen from `to`, rest, over] …]] …]}`
struct PageData {
  private let picture: Picture

  /// On which side of each node its name stands where there is room.
  private let sides: [Int: PictureLabel.Side]

  init(_ picture: Picture) {
    self.picture = picture
    sides = Dictionary(uniqueKeysWithValues: picture.labels.map { ($0.node, $0.side) })
  }

  func write(to output: OutputSink) throws {
    let text = OutputSink.inMemory()
    var json = JSONWriter(text)
    try json.beginObject()
    try json.key("nodes")
    try json.beginArray()
    for index in picture.graph.nodes.indices { try writeNode(index, to: &json) }
    try json.endArray()
    try json.key("order")
    try json.beginArray()
    for node in picture.order { try json.number(node) }
    try json.endArray()
    try json.key("edges")
    try json.beginArray()
    for edge in picture.graph.edges { try write(edge, to: &json) }
    try json.endArray()
    try json.endObject()
    try text.withBytes { try PageData.write($0, to: output) }
  }

  private func writeNode(_ index: Int, to json: inout JSONWriter) throws {
    let node = picture.graph.nodes[index]
    let mark = picture.marks[index]
    let label = LabelText.shortened(node.name)
    try json.beginArray()
    try json.string(LabelText.shortened(node.name, to: 200))
    try json.string(label)
    try json.number(Int((TextMetrics.width(of: label) * 100).rounded(.up)))
    try json.number(sides[index]?.rawValue ?? 0)
    try json.string(node.isMe ? "\(node.kind), you" : node.kind.rawValue)
    for value in [mark.center.x, mark.center.y, mark.radius] { try json.number(Int((value * 10).rounded())) }
    try json.beginArray()
    for fact in node.facts {
      try json.beginArray()
      try json.string(fact.label)
      try json.string(LabelText.plain(fact.value))
      try json.endArray()
    }
    try json.endArray()
    try json.endArray()
  }

  private func write(_ edge: PictureEdge, to json: inout JSONWriter) throws {
    try json.beginArray()
    try json.number(edge.from)
    try json.number(edge.to)
    try json.beginArray()
    for tie in edge.ties {
      try json.beginArray()
      try json.string(tie.isForward ? tie.phrase : tie.inversePhrase)
      try json.string(tie.isForward ? tie.inversePhrase : tie.phrase)
      try json.string(LabelText.plain(tie.details))
      try json.number(tie.isOver ? 1 : 0)
      try json.endArray()
    }
    try json.endArray()
    try json.endArray()
  }

  /// With what HTML could take for its own as escapes: it stands in strings alone. (Line separators were made spaces.)
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: OutputSink) throws {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): try output.write("\\u003c")
      case UInt8(ascii: ">"): try output.write("\\u003e")
      case UInt8(ascii: "&"): try output.write("\\u0026")
      default: try output.write(byte)
      }
    }
  }
}
