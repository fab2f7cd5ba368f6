import Foundation
import KithCore
import Testing

/// What is read and written again, in its version or through the other and back, has every property of before.
@Suite struct ConservationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard")

  /// A file, and the names of those of its properties that do not come back; decisions.md has the reasons.
  private static let exceptions: [String: Set<String>] = [
    // Control characters have no place in a text (RFC 6350 §3.2, VALUE-CHAR); NUL among them.
    "8.vcf": ["NOTE"], "nul-bytes.vcf": ["FN", "N"],
    // Base 64 that is cut in the middle of a byte is written as what it decodes to.
    "rfc.vcf": ["PHOTO"],
    // 2.1 says nothing of backslashes but `\\;`; folds keep their white space there, and these lines break that rule.
    "v21_backslash.vcf": ["N"], "v21_complicated.vcf": ["NOTE"], "v21_invalid_multiple_line.vcf": ["EMAIL"],
    // Cards within a card that no AGENT announces, behind which a line is in none.
    "v21_nest.vcf": ["TEL"],
    // Bytes that are not UTF-8 and name no character set; a control character in quoted-printable.
    "009.vcf": ["FN"], "010.vcf": ["NOTE"], "thebat.vcf": ["N", "FN"], "041.vcf": ["FBURL"],
    // A stray `=` at the end of a value swallows the next property only for this test's parser.
    "029.vcf": ["ORG"], "qp-eats-next-line.vcf": ["NOTE"],
    // A list that ends with a comma ends with an empty text, which says nothing.
    "033.vcf": ["ADR", "X-ABADR"],
    // A year that stands for none is none in 4.0 (RFC 6350 §4.3.1).
    "dates.vcf": ["BDAY"],
  ]

  /// The same where the other version comes between.
  private static let conversions: [String: Set<String>] = [
    // What 3.0 says with a property of the service, 4.0 says with IMPP; X-SERVICE-TYPE is SERVICE-TYPE (RFC 9554 §4.9).
    "003.vcf": ["X-QQ"], "vCard-Wikipedia.vcf": ["X-QQ"], "037.vcf": ["IMPP"],
    "vCard-ezvcard-fullcontact.vcf": ["IMPP"],
    // The ORG of a company repeats its FN: in 3.0 all companies have it, in 4.0 none needs it (RFC 6350 §6.1.4).
    "022.vcf": ["ORG"], "org.vcf": ["ORG"],
    // GEO of 3.0 in a card of 4.0 comes back as a URI (RFC 6350 §6.5.2).
    "geo-tz.vcf": ["GEO"],
  ]

  private struct Source {
    let file: URL
    let text: String
    let version: String
  }

  /// Files of one version, without encodings that this test's parser has no tables for.
  private static func sources() throws -> [Source] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (found?.allObjects as? [URL] ?? []).sorted { $0.path < $1.path }.compactMap { file in
      guard file.pathExtension == "vcf" else { return nil }
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let versions = ["2.1", "3.0", "4.0"].filter { text.contains("VERSION:" + $0) }
      let charsets = text.uppercased().split(separator: "CHARSET=").dropFirst()
      guard versions.count == 1, charsets.allSatisfy({ $0.hasPrefix("UTF-8") }) else { return nil }
      return Source(file: file, text: text, version: versions[0])
    }
  }

  /// ANNIVERSARY of 4.0 (RFC 6350 §6.2.6) has many names in 3.0, and comes back under the one that most programs read.
  private static func isAnniversary(_ property: DecodedProperty, in written: [DecodedProperty]) -> Bool {
    property.name.hasSuffix("ANNIVERSARY") && written.contains { $0.value == property.value.filter { $0 != "-" } }
  }

  /// REV says when the card was last changed, which kith knows (RFC 6350 §6.7.4).
  private static func isException(_ property: DecodedProperty, in source: Source, _ isConverted: Bool) -> Bool {
    let file = source.file.lastPathComponent
    return property.name == "REV" || exceptions[file]?.contains(property.name) == true
      || isConverted && conversions[file]?.contains(property.name) == true
  }

  @Test(arguments: [false, true])
  func everyPropertyComesBack(throughTheOther isConverted: Bool) throws {
    var (total, lost): (Int, [String]) = (0, [])
    for source in try ConservationTests.sources() {
      guard let reading = try? read(source.text) else { continue }
      var text = try rewritten(reading, isConverted ? (source.version == "4.0" ? "3.0" : "4.0") : source.version)
      if isConverted { text = try rewritten(try read(text), source.version) }
      let written = DecodedProperty.cards(text).flatMap { $0 }
      let byName = Dictionary(grouping: written, by: \.name)
      for property in DecodedProperty.cards(source.text).flatMap({ $0 }) where !property.value.isEmpty {
        total += 1
        if isConverted, ConservationTests.isAnniversary(property, in: byName["X-ANNIVERSARY"] ?? []) { continue }
        if byName[property.name]?.contains(where: { $0.says(property) }) == true { continue }
        if ConservationTests.isException(property, in: source, isConverted) { continue }
        lost.append("\(source.file.lastPathComponent) \(property)")
      }
    }
    for line in lost { print(isConverted ? "LOST2" : "LOST", line) }
    if total > 0 { print("kept\(isConverted ? " through the other version" : ""): \(total - lost.count) of \(total)") }
    #expect(lost.isEmpty)
  }
}

/// The entities of a reading with those that it names, as a host stores them.
func rewritten(_ reading: Reading, _ version: String) throws -> String {
  var graph = InMemoryGraph()
  graph.entities = reading.entities
  var known = Set(reading.entities.map(\.id))
  for relation in reading.relations {
    guard let subject = place(relation.subject, in: &graph, &known),
      let object = place(relation.object, in: &graph, &known)
    else { continue }
    graph.relations.append(
      Relation(subject, relation.type, object, title: relation.title, units: relation.units, period: relation.period))
  }
  return try write(graph, version: version, kinds: "all")
}

private func place(
  _ reference: EntityReference, in graph: inout InMemoryGraph, _ known: inout Set<Identifier>
) -> Identifier? {
  switch reference {
  case .me: return nil
  case .id(let id):
    if known.insert(id).inserted {
      graph.entities.append(Entity(id: id, kind: .person, name: "Somebody", created: noon))
    }
    return id
  case .named(let name, let kind):
    let id = Identifier(name: "\(kind) \(name)")
    if known.insert(id).inserted { graph.entities.append(Entity(id: id, kind: kind, name: name, created: noon)) }
    return id
  }
}
