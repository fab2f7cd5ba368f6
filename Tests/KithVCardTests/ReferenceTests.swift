import Foundation
import KithCore
import Testing

/// What KContacts writes of a card, in 3.0 (`.ref`) and in 4.0 (`v4_0.….ref`), beside what kith writes of it.
@Suite struct ReferenceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/corpora/vcard/kcontacts")

  /// Properties of a reference, by its file, that kith says in another way; decisions.md has the sentences.
  private static let differences: [String: Set<String>] = [
    // GEO is a URI in 4.0 (RFC 6350 §6.5.2): KContacts writes it in 3.0's way.
    // And the anniversary under a name of its own, which has a property there (§6.2.6).
    "v4_0.vcard5.vcf.ref": ["GEO", "X-KADDRESSBOOK-X-ANNIVERSARY"],
    // KContacts turns what KDE wrote before into IMPP; kith keeps X-messaging/…-All as it came.
    "vcard_legacy_messaging_fields.vcf.ref": ["IMPP"],
  ]

  private static var references: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".ref") }.sorted()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: ReferenceTests.folder.appendingPathComponent(name)))
  }

  private func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: ReferenceTests.folder.path)))
  func everyPropertyOfTheReferenceIsWritten() throws {
    var (total, missing): (Int, [String]) = (0, [])
    for file in ReferenceTests.references {
      let isNew = file.hasPrefix("v4_0.")
      let source = (isNew ? String(file.dropFirst(5)) : file).replacing(".ref", with: "")
      let reference = DecodedProperty.cards(try text(file)).flatMap { $0 }
      let version = try text(file).contains("VERSION:4.0") ? "4.0" : "3.0"
      let written = DecodedProperty.cards(try rewritten(try read(bytes: try bytes(source)), version)).flatMap { $0 }
      for property in reference where !property.value.isEmpty {
        total += 1
        if written.contains(where: { $0.says(property) }) { continue }
        if ReferenceTests.differences[file]?.contains(property.name) == true { continue }
        missing.append("\(file) \(property)")
      }
    }
    for line in missing { print("MISSING", line) }
    print("of KContacts' properties: \(total - missing.count) of \(total)")
    #expect(missing.isEmpty)
  }
}
