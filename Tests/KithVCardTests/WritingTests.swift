import KithCore
import KithVCard
import Testing

@Suite struct WritingTests {
  private var ada: Entity {
    var ada = person("Ada Lovelace")
    ada.personName = PersonName(family: ["Lovelace"], given: ["Ada"], additional: ["Augusta", "King"])
    ada.emails = [EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1))]
    ada.phones = [PhoneNumber("+44 20 7946 0000", details: ContactDetails(label: "Yacht"))]
    ada.addresses = [PostalAddress(street: ["12; St James"], locality: ["London"], formatted: "12 St James\nLondon")]
    ada.anniversaries = [Anniversary(.birth, on: PartialDate(month: 12, day: 10)!)]
    ada.photo = .data(mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff])
    ada.notes = ["a,b;c\\d\ne"]
    return ada
  }

  @Test func version3() throws {
    #expect(
      lines(try write(ada)) == [
        "BEGIN:VCARD", "VERSION:3.0", "UID:11111111-1111-4111-8000-000000000001", "FN:Ada Lovelace",
        "N:Lovelace;Ada;Augusta,King;;", "EMAIL;TYPE=INTERNET,WORK,PREF:ada@example.com", "item1.TEL:+44 20 7946 0000",
        "item1.X-ABLabel:Yacht", "ADR:;;12\\; St James;London;;;", "LABEL:12 St James\\nLondon",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "NOTE:a\\,b\\;c\\\\d\\ne", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/",
        "X-KITH-CREATED:2020-09-13T12:26:40Z", "REV:2023-11-14T22:13:20Z", "END:VCARD",
      ])
  }

  @Test func version4() throws {
    #expect(
      lines(try write(ada, version: "4.0")) == [
        "BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:11111111-1111-4111-8000-000000000001", "FN:Ada Lovelace",
        "N:Lovelace;Ada;Augusta,King;;", "EMAIL;TYPE=work;PREF=1:ada@example.com", "item1.TEL:+44 20 7946 0000",
        "item1.X-ABLabel:Yacht", "ADR;LABEL=12 St James^nLondon:;;12\\; St James;London;;;", "BDAY:--1210",
        "NOTE:a\\,b\\;c\\\\d\\ne", "PHOTO:data:image/jpeg;base64,/9j/", "CREATED:20200913T122640Z",
        "REV:20231114T221320Z",
        "END:VCARD",
      ])
  }

  @Test func companies() throws {
    var club = person("Royal Society")
    club.kind = .organization
    #expect(
      lines(try write(club))[3...].prefix(5) == [
        "X-ABShowAs:COMPANY", "X-KITH-KIND:organization", "FN:Royal Society", "N:;;;;", "ORG:Royal Society",
      ])
    #expect(
      lines(try write(club, version: "4.0"))[3...].prefix(3) == [
        "KIND:org", "X-KITH-KIND:organization", "FN:Royal Society",
      ])
    #expect(try write(club, kinds: "people").isEmpty)
  }

  @Test(arguments: ["é", "漢", "👩‍💻", "x"])
  func foldsAt75OctetsBetweenCharacters(_ character: String) throws {
    for padding in 0..<5 {
      let note = String(repeating: "y", count: padding) + String(repeating: character, count: 200)
      var entity = person("Ada")
      entity.notes = [note]
      let text = try write(entity)
      for line in text.utf8.split(separator: 0x0a) {
        #expect(line.count <= 76 && line.last == 0x0d)
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      #expect(lines(text).contains("NOTE:" + note))
    }
  }

  @Test func aLongPhotoIsFoldedAndReadBack() throws {
    var entity = person("Ada")
    entity.photo = .data(mediaType: "image/png", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    for version in ["3.0", "4.0"] {
      let text = try write(entity, version: version)
      #expect(text.utf8.split(separator: 0x0a).allSatisfy { $0.count <= 76 })
      #expect(try read(text).only?.photo == entity.photo)
    }
  }

  @Test func newGroupsDoNotMeetKeptOnes() throws {
    var entity = person("Ada")
    entity.phones = [PhoneNumber("1", details: ContactDetails(label: "Boat"))]
    entity.keptProperties = [
      KeptProperty(format: "vcard", group: "ITEM7", name: "X-A", value: "b"),
      KeptProperty(format: "vcard", group: "item99999999999999999999", name: "X-A", value: "b"),
    ]
    #expect(lines(try write(entity)).contains("item8.TEL:1"))
  }

  @Test func employments() throws {
    var graph = InMemoryGraph()
    let (engines, society) = (company("Analytical Engines", 10), company("Royal Society", 11))
    graph.entities = [person("Ada"), engines, society]
    let id = graph.entities[0].id
    graph.relations = [
      Relation(id, .worksFor, engines.id, title: "CTO", units: ["R&D"], period: Period(start: PartialDate(year: 2020))),
      Relation(id, .worksFor, society.id, period: Period(end: PartialDate(year: 2021))),
    ]
    let log = DiagnosticLog()
    let text = try write(graph, log: log)
    #expect(
      lines(text).filter { $0.contains("ORG") || $0.contains("TITLE") } == [
        "ORG;X-KITH-START=2020:Analytical Engines;R&D", "TITLE:CTO",
      ])
    #expect(log.groups.map(\.first.code) == ["past-employment", "no-company"])
    graph.relations[1].period = .unknown
    #expect(
      lines(try write(graph)).filter { $0.contains("ORG") || $0.contains("TITLE") } == [
        "item1.ORG;X-KITH-START=2020:Analytical Engines;R&D", "item1.TITLE:CTO", "item2.ORG:Royal Society",
      ])
  }

  private func company(_ name: String, _ id: UInt64) -> Entity {
    var entity = person(name, id: id)
    entity.kind = .company
    return entity
  }
}
