import KithCore

/// The whole graph as XML in kith's own vocabulary, described by `kith.rng` beside this file: a full backup.
///
/// Ids, dates and words of fixed lists are attributes; everything that somebody typed is the content of an element, so
/// that line ends and spaces survive. A value with characters that XML 1.0 cannot hold is written in base 64 and says so
/// (`encoding="base64"`). Reading back what was written and writing it again gives the same bytes.
public struct XMLFormat: Exporter, Importer {
  public init() {}

  static let namespace: StaticString = "urn:kith:graph:1"
  /// The newest version of the vocabulary. A file says the oldest one whose readers lose nothing of it.
  static let schema = 3

  public var format: Format {
    Format(
      name: "xml", summary: "the whole graph as XML: a full backup", specification: "kith.rng, XML 1.0",
      mediaType: "application/xml", fileExtensions: ["xml"], coverage: .everything)
  }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    var writer = try GraphWriter(context.output)
    try writer.begin(schema: try graph.counts().oldestSchema)
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in try writer.entity(entity) }
    if let me = try graph.me() { try writer.me(me) }
    try graph.forEachRelation { try writer.relation($0) }
    try graph.forEachApplication { try writer.application($0) }
    try graph.forEachInteraction { try writer.interaction($0) }
    try graph.forEachFollowUp { try writer.followUp($0) }
    try graph.forEachFeedback { try writer.feedback($0) }
    try graph.forEachIntroduction { try writer.introduction($0) }
    try graph.forEachKeepInTouch { try writer.keepInTouch($0) }
    try writer.end()
  }

  public func recognizes(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("<kith") && text.contains("\(XMLFormat.namespace)")
  }

  public func importRecords(in context: ImportContext) throws {
    try GraphReader(context).read()
  }
}

extension GraphCounts {
  /// The version whose readers know every record and attribute that there is.
  fileprivate var oldestSchema: StaticString {
    if introductions > 0 || notToAsk > 0 { return "3" }
    return followUps > 0 || feedback > 0 || keepInTouch > 0 ? "2" : "1"
  }
}
