import KithCore

/// The whole graph as JSON Lines: kith's backup, and the wire format of plugins in other languages.
///
/// One JSON object a line, `record` first: `graph`, `entity`, `me`, `relation`, `application`, `interaction`, `followUp`,
/// `feedback`, `introduction`, `keepInTouch`, in this order. Reading back what was written and writing it again gives the same bytes.
public struct JSONLinesFormat: Exporter, Importer {
  public init() {}

  /// The newest version of the format. A file says the oldest one whose readers lose nothing of it.
  static let schema = 3

  public var format: Format {
    Format(
      name: "jsonl", summary: "the whole graph, a JSON object a line: backup and wire format",
      specification: "JSON Lines, RFC 8259", mediaType: "application/jsonl", fileExtensions: ["jsonl", "ndjson"],
      coverage: .everything)
  }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    var writer = RecordWriter(context.output)
    try writer.header(schema: try graph.counts().oldestSchema)
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in try writer.entity(entity) }
    if let me = try graph.me() { try writer.me(me) }
    try graph.forEachRelation { try writer.relation($0) }
    try graph.forEachApplication { try writer.application($0) }
    try graph.forEachInteraction { try writer.interaction($0) }
    try graph.forEachFollowUp { try writer.followUp($0) }
    try graph.forEachFeedback { try writer.feedback($0) }
    try graph.forEachIntroduction { try writer.introduction($0) }
    try graph.forEachKeepInTouch { try writer.keepInTouch($0) }
  }

  public func recognizes(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: LineImporter.byteOrderMark) ? head.dropFirst(3) : head[...]
    guard let start = text.firstIndex(where: { $0 > 0x20 }), text[start] == UInt8(ascii: "{") else { return false }
    let line = text[start...].prefix { $0 != 0x0a && $0 != 0x0d }
    return String(decoding: line, as: UTF8.self).contains("\"record\"")
  }

  public func importRecords(in context: ImportContext) throws {
    let lines = try LineReader(context.input)
    var importer = LineImporter(context)
    while let line = try lines.next() { try importer.take(line) }
  }
}

extension GraphCounts {
  /// The version whose readers know every record and member that there is.
  fileprivate var oldestSchema: Int {
    if introductions > 0 || notToAsk > 0 { return 3 }
    return followUps > 0 || feedback > 0 || keepInTouch > 0 ? 2 : 1
  }
}
