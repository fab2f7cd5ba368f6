import KithCore
import KithVCard
import Testing

@Suite struct RoundTripTests {
  /// An entity with a value in every field that is covered.
  static func everything(_ kind: Entity.Kind) -> Entity {
    var entity = person("Ada \"Countess\" Lovelace, FRS; \\ Ünïcøde 👩‍💻\nsecond line")
    entity.kind = kind
    if kind == .person {
      entity.personName = PersonName(
        family: ["Lovelace", "Byron"], given: ["Ada"], additional: ["A;b"], prefixes: ["Lady"], suffixes: ["FRS, Hon."])
    }
    entity.nicknames = ["Countess", "Enchantress, of Number"]
    entity.emails = [
      EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1)),
      EmailAddress(
        "\"odd; one\"@example.com",
        details: ContactDetails(
          label: "Other", preference: 3, group: "item4",
          parameters: [Parameter(name: "X-A", values: ["b\"c:d", "e^f\ng"]), Parameter(name: "ALTID", values: ["1"])])),
    ]
    entity.phones = [
      PhoneNumber("+44 20 7946 0000", details: ContactDetails(types: ["work", "voice"])),
      PhoneNumber("+1-555-0100 x5", details: ContactDetails(types: ["cell"], label: "Yacht", group: "a-b")),
    ]
    entity.addresses = [
      PostalAddress(
        poBox: ["1"], extended: ["2"], street: ["12, St James", "Square"], locality: ["London"], region: ["Greater"],
        postalCode: ["SW1"], country: ["UK"], formatted: "12 St James: \"x\"\nLondon",
        details: ContactDetails(types: ["home"], preference: 2)),
      PostalAddress(locality: ["Paris"], details: ContactDetails(types: ["home"])),
    ]
    entity.onlineServices = [
      OnlineService(service: "Mastodon", uri: "https://example.social/@ada", user: "ada"),
      OnlineService(service: "Jabber", user: "ada;x@example.com", details: ContactDetails(types: ["home"])),
      OnlineService(service: "Some Site", user: "ada"), OnlineService(uri: "xmpp:ada@example.com"),
      OnlineService(service: "XMPP", uri: "xmpp:a@example.com", details: ContactDetails(label: "Lab", group: "item9")),
    ]
    entity.links = [Link("https://example.com/?a=b,c;d\\e", details: ContactDetails(types: ["work"]))]
    entity.anniversaries = [
      Anniversary(.birth, on: PartialDate(month: 12, day: 10)!),
      Anniversary(.wedding, on: PartialDate(year: 1835, month: 7, day: 8)!),
      Anniversary(.death, on: PartialDate(year: 1852)!),
      Anniversary(
        .other, on: PartialDate(year: 1843, month: 9)!,
        details: ContactDetails(label: "Notes: published", group: "item5")),
    ]
    entity.notes = ["first\n\nnote\t", "END:VCARD\nBEGIN:VCARD"]
    entity.tags = ["compilers", "a,b"]
    entity.customFields = [CustomField("shirt \"size\"; EU", "M\n,"), CustomField("x", "y", isPrivate: true)]
    entity.photo = .data(mediaType: "image/png", bytes: [1, 2, 3, 4])
    entity.foreignUIDs = ["urn:x:1;2", "second"]
    entity.keptProperties = [
      KeptProperty(format: "vcard", group: "item4", name: "X-ABADR", value: "gb"),
      KeptProperty(
        format: "vcard", name: "GEO", parameters: [Parameter(name: "TYPE", values: ["home", "x"])],
        value: "geo:37.3,-122.0"),
    ]
    return entity
  }

  @Test(arguments: ["3.0", "4.0"], [Entity.Kind.person, .company, .organization])
  func entity(_ version: String, _ kind: Entity.Kind) throws {
    let entity = RoundTripTests.everything(kind)
    let reading = try read(try write(entity, version: version))
    #expect(reading.only == entity)
    #expect(reading.codes.isEmpty)
  }

  @Test(arguments: ["3.0", "4.0", "2.1"])
  func bareEntities(_ version: String) throws {
    for kind in [Entity.Kind.person, .company, .organization] {
      var entity = person("Grace Brewster Hopper")
      entity.kind = kind
      #expect(try read(try write(entity, version: version)).only == entity)
    }
  }

  @Test(arguments: ["3.0", "4.0", "2.1"], ["people", "all"])
  func everyRelation(_ version: String, _ kinds: String) throws {
    var graph = InMemoryGraph()
    graph.entities = [person("Ada", id: 1), person("Grace", id: 2), person("Engines", id: 3), person("Society", id: 4)]
    graph.entities[2].kind = .company
    graph.entities[3].kind = .organization
    let format = VCardFormat()
    let coverage = format.coverage(under: try OptionValues([("kinds", kinds)], for: format.format))
    for type in RelationType.allCases where coverage.relations.contains(type) {
      for subject in graph.entities
      where type.ends.subject.contains(subject.kind) && coverage.kinds.contains(subject.kind) {
        for object in graph.entities where object.id != subject.id && type.ends.object.contains(object.kind) {
          guard type == .worksFor || coverage.kinds.contains(object.kind) else { continue }
          graph.relations.append(
            Relation(
              subject.id, type, object.id, title: "Chief; \"x\"", units: ["R&D", "a;b:c"],
              period: Period(start: PartialDate(year: 2020, month: 2), endedAtUnknownDate: type != .worksFor)))
        }
      }
    }
    let reading = try read(try write(graph, version: version, kinds: kinds))
    let expected = graph.relations.map { relation in
      var imported = ImportedRelation(relation)
      if relation.type == .worksFor, let object = graph.entity(relation.object) {
        imported.object = .named(object.name, object.kind)
      }
      return imported
    }
    #expect(reading.relations.count == expected.count)
    for relation in expected { #expect(reading.relations.contains(relation), "\(relation.type)") }
  }

  /// What was kept of a card is written back, and a second reading gives the same again.
  @Test(arguments: ["3.0", "4.0"])
  func textTwice(_ version: String) throws {
    let text = [
      "BEGIN:VCARD", "VERSION:\(version)", "UID:x-1", "FN:Ada", "N:Lovelace;Ada;;;", "X-PHONETIC-FIRST-NAME:ada",
      "item1.X-ABRELATEDNAMES;type=pref:Annabella\\, Lady", "item1.X-ABLabel:_$!<Mother>!$_",
      "KEY;TYPE=PGP;ENCODING=b:AAAA", "TZ:-05:00", "BDAY:1815-12-10T01:00:00Z", "RELATED;TYPE=me:urn:x", "END:VCARD",
      "",
    ].joined(separator: "\r\n")
    let first = try read(text)
    #expect(first.only?.keptProperties.count == 7)
    let written = lines(try write(try #require(first.only), version: version))
    for line in text.split(separator: "\r\n").dropFirst(5) where !line.hasPrefix("N") {
      #expect(written.contains(String(line).replacing("type=pref", with: "type=pref")))
    }
    #expect(try read(written.joined(separator: "\n")).entities == first.entities)
  }
}
