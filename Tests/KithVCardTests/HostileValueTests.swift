import KithCore
import KithVCard
import Testing

@Suite struct HostileValueTests {
  private static let values = [
    "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Evil", "\u{1b}]0;title\u{07}", "\u{202e}evil", "]]>", "=cmd|' /C calc'!A0",
    "\0", "\"",
    "\";X=\"", ":", "\\", "\\n", ";;;;", ",", "^n^'^^", " ", "\t", "\u{7f}\u{85}\u{2028}", "a\rb", "BEGIN", "é\u{301}",
    "END:VCARD",
    String(repeating: "漢", count: 10_000), "🏴\u{e0067}", "--", "../../x", "",
  ]

  private static func hostile(_ value: String) -> Entity {
    let details = ContactDetails(
      types: [value], label: value, preference: 7, group: value,
      parameters: [Parameter(name: value, values: [value, value]), Parameter(name: "X", values: [])])
    var entity = person(value)
    entity.personName = PersonName(family: [value, value], given: [value])
    entity.nicknames = [value]
    entity.emails = [EmailAddress(value, details: details)]
    entity.phones = [PhoneNumber(value, details: details)]
    entity.phones.append(
      PhoneNumber(value, details: ContactDetails(parameters: [Parameter(name: "VALUE", values: ["uri"])])))
    entity.addresses = [PostalAddress(street: [value], formatted: value, details: details)]
    entity.onlineServices = [
      OnlineService(service: value, uri: value, user: value, details: details),
      OnlineService(service: value, user: value),
    ]
    entity.links = [Link(value, details: details)]
    entity.anniversaries = [Anniversary(.other, on: PartialDate(year: 1)!, details: details)]
    entity.notes = [value]
    entity.tags = [value]
    entity.customFields = [CustomField(value, value)]
    entity.photo = .uri(value)
    entity.foreignUIDs = [value]
    entity.keptProperties = [
      KeptProperty(format: "vcard", group: value, name: value, parameters: details.parameters, value: value),
      KeptProperty(format: "vcard", name: "END", value: "VCARD"), KeptProperty(format: "xml", name: "X", value: value),
    ]
    return entity
  }

  @Test(arguments: HostileValueTests.values)
  func neverBreaksACard(_ value: String) throws {
    for version in ["3.0", "4.0", "2.1"] {
      var graph = InMemoryGraph()
      graph.entities = [HostileValueTests.hostile(value), person("Grace Hopper", id: 2), person(value, id: 3)]
      graph.entities[2].kind = .company
      let id = graph.entities[0].id
      graph.relations = [
        Relation(id, .worksFor, graph.entities[2].id, title: value, units: [value]),
        Relation(id, .related, graph.entities[1].id, title: value, units: [value]),
      ]
      let text = try write(graph, version: version)
      #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d })
      let unfolded = lines(text)
      #expect(unfolded.filter { $0 == "BEGIN:VCARD" }.count == 2)
      #expect(unfolded.filter { $0 == "END:VCARD" }.count == 2)
      #expect(unfolded.filter { $0.hasPrefix("FN:") || $0.hasPrefix("FN;") }.count == 2)
      #expect(unfolded.allSatisfy { $0.contains(":") && $0.utf8.first.map { $0 != 0x20 && $0 != 0x3a } == true })
      let names = try read(text).entities.map(\.name)
      #expect(names.last == "Grace Hopper")
    }
  }

  @Test func whatIsLeftOutIsReported() throws {
    let log = DiagnosticLog()
    var graph = InMemoryGraph()
    graph.entities = [HostileValueTests.hostile("\u{1b}")]
    _ = try write(graph, log: log)
    #expect(log.groups.map(\.first.code).contains("control-characters"))
    #expect(log.groups.map(\.first.code).contains("kept-boundary"))
    #expect(log.groups.map(\.first.code).contains("foreign-properties"))
  }
}
