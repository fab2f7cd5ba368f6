import Foundation
import KithConformance
import KithCore
import KithVCard
import Testing

@testable import KithJSContact

/// What goes through JSContact comes back as what goes through vCard 4.0 does.
@Suite struct RoundTripTests {
  private static let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard")

  @Test(arguments: ["people", "all"]) func samplesComeBack(kinds: String) throws {
    for graph in [SampleGraph.small, SampleGraph.everything, SampleGraph.hostile] {
      try expectSame(graph, kinds: kinds, "sample")
    }
  }

  @Test func corporaComeBack() throws {
    let found = FileManager.default.enumerator(at: RoundTripTests.corpora, includingPropertiesForKeys: nil)
    let files = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "vcf" }
    if files.isEmpty { print("skipped: no corpora at \(RoundTripTests.corpora.path)") }
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let reading = try? read(bytes: [UInt8](try Data(contentsOf: file)), by: VCardFormat()) else { continue }
      try expectSame(reading.graph, kinds: "all", file.lastPathComponent)
    }
  }

  private func expectSame(_ graph: InMemoryGraph, kinds: String, _ name: String) throws {
    let cards = try write(graph, by: VCardFormat(), [("version", "4.0"), ("kinds", kinds)])
    let expected = try read(cards, by: VCardFormat())
    let text = try write(graph, [("kinds", kinds)])
    let reading = try read(text)
    #expect(reading.entities.count == expected.entities.count, "\(name)")
    for (entity, other) in zip(reading.entities, expected.entities) {
      let (made, wanted) = (Comparable(entity), Comparable(other))
      let missing = wanted.facts.filter { !made.facts.contains($0) }
      let more = made.facts.filter { !wanted.facts.contains($0) }
      #expect(made.facts == wanted.facts, "\(name): \(missing) became \(more)")
    }
    #expect(
      Set(reading.relations.map { "\($0)" }) == Set(expected.relations.map { "\($0)" }), "\(name)")
    let again = try write(reading.graph, [("kinds", kinds)])
    let twice = try write(try read(again).graph, [("kinds", kinds)])
    #expect(again == twice, "\(name): not the same the second time")
  }
}

/// An entity as facts in no order, since a Card keeps none of types, parameters and kept properties.
private struct Comparable {
  var facts: [String]

  init(_ entity: Entity) {
    var entity = entity
    func sorted(_ details: inout ContactDetails) {
      details.types.sort()
      var values: [String: [String]] = [:]
      for parameter in details.parameters.map(Comparable.plain) {
        values[parameter.name, default: []] += parameter.values
      }
      details.parameters = values.sorted { $0.key < $1.key }.map { Parameter(name: $0.key, values: $0.value) }
    }
    for index in entity.emails.indices { sorted(&entity.emails[index].details) }
    for index in entity.phones.indices { sorted(&entity.phones[index].details) }
    for index in entity.addresses.indices { sorted(&entity.addresses[index].details) }
    for index in entity.onlineServices.indices { sorted(&entity.onlineServices[index].details) }
    for index in entity.links.indices { sorted(&entity.links[index].details) }
    for index in entity.anniversaries.indices { sorted(&entity.anniversaries[index].details) }
    let kept = entity.keptProperties.compactMap { property -> String? in
      let parameters = Comparable.plain(property)
      // It says no more than that its texts were in a property of their own.
      if parameters.allSatisfy({ $0.hasPrefix("X-KITH-OF") }), property.value.isEmpty { return nil }
      let isWord = property.name.uppercased() == "GRAMGENDER"
      let value = EscapedText.unescaped(isWord ? property.value.lowercased() : property.value)
      return "\(property.group ?? "").\(property.name.uppercased());\(parameters):\(value)"
    }
    entity.keptProperties = []
    // A map of a Card has no order, and IMPP and SOCIALPROFILE meet in this one.
    entity.onlineServices.sort { "\($0)" < "\($1)" }
    // The members of a Card are a set (RFC 9553 §2.1.6): one that is named twice is there once.
    let members = Set(kept.filter { $0.hasPrefix(".MEMBER;") })
    facts = Comparable.facts(entity) + (kept.filter { !members.contains($0) } + members).sorted()
  }

  private static func plain(_ parameter: Parameter) -> Parameter {
    let isWord = ["VALUE", "TYPE"].contains(parameter.name.uppercased())
    return Parameter(
      name: parameter.name.uppercased(), values: parameter.values.map { isWord ? $0.lowercased() : $0 })
  }

  /// Parameters that are there twice as one, and without a VALUE that says the default.
  private static func plain(_ property: KeptProperty) -> [String] {
    var values: [String: [String]] = [:]
    for parameter in property.parameters.map(plain) { values[parameter.name, default: []] += parameter.values }
    let text = EscapedText.unescaped(property.value)
    if values["VALUE"] == ValueType.implied(property.name.uppercased(), text).map({ [$0] }) { values["VALUE"] = nil }
    return values.map { "\($0.key)=\($0.key == "TYPE" ? $0.value.sorted() : $0.value)" }.sorted()
  }

  private static func facts(_ entity: Entity) -> [String] {
    [
      "\(entity.id) \(entity.kind) \(entity.name)", "\(String(describing: entity.personName))", "\(entity.nicknames)",
      "\(entity.created) \(entity.modified)", "\(entity.notes)", "\(entity.tags.sorted())", "\(entity.customFields)",
      "\(entity.foreignUIDs)", "\(String(describing: entity.photo))",
    ] + entity.emails.map { "\($0)" } + entity.phones.map { "\($0)" } + entity.addresses.map { "\($0)" }
      + entity.onlineServices.map { "\($0)" } + entity.links.map { "\($0)" }
      + entity.anniversaries.map { "\($0)" }.sorted()
  }
}
