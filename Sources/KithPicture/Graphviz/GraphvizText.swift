import KithCore

/// A graph for Graphviz, its nodes named by their numbers, and where its programs put them (`-Tplain`).
public enum GraphvizText {
  public static func write(_ graph: PictureGraph, to output: OutputSink) throws {
    try output.write("graph {\nnode [shape=point]\n")
    for node in graph.nodes.indices { try output.write("\(node)\n") }
    for edge in graph.edges { try output.write("\(edge.from) -- \(edge.to)\n") }
    try output.write("}\n")
  }

  /// Reads the lines `node NAME X Y …`; nil unless every node has a place.
  public static func positions(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [Point]? {
    var positions = [Point?](repeating: nil, count: count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count > 3, words[0] == "node", let node = Int(words[1]), positions.indices.contains(node),
        let x = Double(words[2]), let y = Double(words[3]), x.isFinite, y.isFinite
      else { continue }
      positions[node] = Point(x, -y)
    }
    let found = positions.compactMap { $0 }
    return found.count == count ? found : nil
  }
}
