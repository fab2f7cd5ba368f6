import KithCore
import KithVCard

/// jCard, the JSON syntax of vCard 4.0 (RFC 7095): reads and writes what ``VCardFormat`` does, array for line.
///
/// A file of one card is that card; several are in an array, as other programs have it.
public struct JCardFormat: Exporter, Importer {
  public let format = Format(
    name: "jcard", summary: "vCard 4.0 as JSON", specification: "RFC 7095", mediaType: "application/vcard+json",
    fileExtensions: ["jcard", "json"], options: [VCardFormat.kindsOption], coverage: VCardFormat().format.coverage)

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage { VCardFormat.coverageOfCards(under: options) }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let writer = CardArrayWriter(context)
    try VCardFormat.forEachCard(of: graph, keptBy: format.name, in: context) { try writer.write($0) }
    try writer.end()
  }

  /// Whether `"vcard"` comes after one bracket or two.
  public func recognizes(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head[...]
    let marks = text.lazy.filter { $0 > 0x20 }.prefix(9)
    return marks.starts(with: "[\"vcard\"".utf8) || marks.starts(with: "[[\"vcard\"".utf8)
  }

  public func importRecords(in context: ImportContext) throws {
    if try context.input.peek(1).isEmpty { return }
    try CardArrayReader(context).read()
  }
}
