import KithCore
import KithMarkup
import KithVCard

/// xCard, the XML syntax of vCard 4.0 (RFC 6351): reads and writes what ``VCardFormat`` does, element for line.
public struct XCardFormat: Exporter, Importer {
  static let namespace: StaticString = "urn:ietf:params:xml:ns:vcard-4.0"

  public let format = Format(
    name: "xcard", summary: "vCard 4.0 as XML", specification: "RFC 6351", mediaType: "application/vcard+xml",
    fileExtensions: ["xcard", "xml"], options: [VCardFormat.kindsOption], coverage: VCardFormat().format.coverage)

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage { VCardFormat.coverageOfCards(under: options) }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let writer = try CardElementWriter(context)
    try VCardFormat.forEachCard(of: graph, keptBy: format.name, in: context) { try writer.write($0) }
    try writer.end()
  }

  /// Whether it is XML, and the elements at its beginning are cards.
  public func recognizes(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head[...]
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    let start = String(decoding: text, as: UTF8.self)
    return start.contains("\(XCardFormat.namespace)") && start.contains("vcard") && !start.contains("<kith")
  }

  public func importRecords(in context: ImportContext) throws {
    if try context.input.peek(1).isEmpty { return }
    try CardElementReader(context).read()
  }
}
