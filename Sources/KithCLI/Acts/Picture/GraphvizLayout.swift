import KithCore
import KithPicture

/// Places given by Graphviz's sfdp, which is told numbers and no names.
struct GraphvizLayout {
  /// Whether it was asked for by name, not only welcome.
  let isWanted: Bool
  private static let program = "sfdp"
  private static let seconds = 20

  /// Nil where kith is to place them itself.
  /// - Throws: ``CommandError`` if it was asked for and is not there.
  func positions(of graph: PictureGraph) throws -> [Point]? {
    guard let path = GraphvizLayout.path() else {
      guard isWanted else { return nil }
      throw CommandError(
        "there is no program '\(GraphvizLayout.program)'", hint: "install Graphviz, or --layout kith")
    }
    do { return try run(path, graph) } catch let error as CommandError {
      try Descriptor.standardError.say("\(error.message); kith placed the nodes itself")
      return nil
    }
  }

  private static func path() -> String? {
    Invocation.current.searchPath.filter { $0.hasPrefix("/") }.lazy
      .map { $0 + "/" + program }.first(where: ExternalFormats.isProgram)
  }

  private func run(_ path: String, _ graph: PictureGraph) throws -> [Point] {
    let (input, output) = (try AnonymousFile(), try AnonymousFile())
    let sink = input.descriptor.sink()
    try GraphvizText.write(graph, to: sink)
    try sink.flush()
    input.rewind()
    let end = try PluginProgram(path: path).run(
      ["-Tplain", "-Goverlap=true"], input: input.descriptor, output: output.descriptor,
      atMost: GraphvizLayout.seconds, heard: { _ in })
    guard end == .exit(0) else { throw CommandError("\(GraphvizLayout.program) failed") }
    let text = OutputSink.inMemory()
    try output.pour(into: text)
    let positions = text.withBytes { GraphvizText.positions($0, count: graph.nodes.count) }
    guard let positions else { throw CommandError("\(GraphvizLayout.program) did not say where the nodes are") }
    return positions
  }
}
