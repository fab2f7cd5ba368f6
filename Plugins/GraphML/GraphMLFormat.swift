import KithCore

/// The graph for programs that draw or compute with graphs: Gephi, yEd, igraph, networkx.
public struct GraphMLFormat: Exporter {
  public let format = Format(
    name: "graphml", summary: "who is tied to whom, for Gephi, yEd, igraph and networkx",
    specification: "GraphML 1.0 (http://graphml.graphdrawing.org)", mediaType: "application/graphml+xml",
    fileExtensions: ["graphml"],
    options: [
      FormatOption(
        name: "edges",
        summary: "all directed, or those that say the same from both ends undirected (networkx reads no mixed graphs)",
        choices: ["directed", "mixed"])
    ],
    coverage: Coverage(
      kinds: Set(Entity.Kind.allCases), fields: [.period, .tags], relations: Set(RelationType.allCases)))

  public init() {}

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let export = GraphMLExport(context)
    try export.begin()
    let me = try graph.me()
    try graph.forEachEntity(of: format.coverage.kinds, relations: []) { entity, _ in
      try export.write(entity, isMe: entity.id == me)
    }
    try graph.forEachRelation { try export.write($0) }
    try export.end()
  }
}
