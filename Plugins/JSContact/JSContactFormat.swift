import KithCore
import KithVCard

/// JSContact (RFC 9553): an array of Cards, made of what vCard 4.0 would say by the rules of RFC 9555, and back.
public struct JSContactFormat: Exporter, Importer {
  public let format = Format(
    name: "jscontact", summary: "contacts as JSON: JMAP servers and their programs",
    specification: "RFC 9553, RFC 9555",
    mediaType: "application/jscontact+json", fileExtensions: ["jscontact"], options: [VCardFormat.kindsOption],
    coverage: JSContactFormat.defaultCoverage)

  private static let defaultCoverage: Coverage = {
    let vcard = VCardFormat()
    guard let options = try? OptionValues([], for: vcard.format) else { return vcard.format.coverage }
    return VCardFormat.coverageOfCards(under: options)
  }()

  public init() {}

  public func coverage(under options: OptionValues) -> Coverage { VCardFormat.coverageOfCards(under: options) }

  public func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    var writer = CardArrayWriter(context)
    try VCardFormat.forEachCard(of: graph, keptBy: format.name, in: context) { try writer.write($0) }
    try writer.finish()
  }

  public func recognizes(_ head: [UInt8]) -> Bool { CardHead.isCard(head) }

  public func importRecords(in context: ImportContext) throws {
    var reader = CardFileReader(context)
    try reader.readAll()
  }
}
