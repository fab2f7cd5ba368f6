import KithCore

/// The graph in Graphviz's language, for its programs and all that read it.
public struct DOTFormat: Exporter {
  public let format = Format(
    name: "dot", summary: "who is tied to whom, for Graphviz",
    specification: "https://graphviz.org/doc/info/lang.html", mediaType: "text/vnd.graphviz",
    fileExtensions: ["dot", "gv"],
    options: [
      FormatOption(
        name: "edge-labels", summary: "say at each edge what it is, and the position held", choices: ["no", "yes"])
    ],
    coverage: Coverage(
      kinds: Set(Entity.Kind.allCases), fields: [.period, .tags], relations: Set(RelationType.allCases)))

  public init() {}

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let export = DOTExport(context)
    try export.begin()
    let me = try graph.me()
    try graph.forEachEntity(of: format.coverage.kinds, relations: []) { entity, _ in
      try export.write(entity, isMe: entity.id == me)
    }
    try graph.forEachRelation { try export.write($0) }
    try export.end()
  }
}
