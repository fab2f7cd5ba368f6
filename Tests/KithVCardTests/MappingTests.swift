import KithCore
import Testing

@Suite struct MappingTests {
  @Test func nameAndAliases() throws {
    let entity = try readCard("NICKNAME:Ada,Countess", "FN:Augusta Ada")
    #expect(entity.name == "Ada Lovelace")
    #expect(entity.personName == PersonName(family: ["Lovelace"], given: ["Ada"]))
    #expect(entity.nicknames == ["Ada", "Countess"])
    #expect(entity.keptProperties.map(\.value) == ["Augusta Ada"])
  }

  @Test func contactPoints() throws {
    let entity = try readCard(
      "EMAIL;TYPE=INTERNET,WORK,PREF:ada@example.com",
      "TEL;VALUE=uri;TYPE=\"voice,cell\";PREF=2:tel:+1-555-0100;ext=42",
      "ADR;TYPE=home;LABEL=\"12 St James^nLondon\":;;12 St James,Square;London;;SW1;UK",
      "URL:http\\://example.com/?a=b\\,c",
      version: "4.0")
    #expect(
      entity.emails == [
        EmailAddress("ada@example.com", details: ContactDetails(types: ["internet", "work"], preference: 1))
      ])
    #expect(entity.phones[0].number == "+1-555-0100 x42")
    #expect(entity.phones[0].details.types == ["voice", "cell"])
    #expect(entity.phones[0].details.preference == 2)
    #expect(entity.addresses[0].street == ["12 St James", "Square"])
    #expect(entity.addresses[0].formatted == "12 St James\nLondon")
    #expect(entity.links.map(\.url) == ["http://example.com/?a=b,c"])
  }

  @Test func labelsGoWithTheirGroups() throws {
    let entity = try readCard(
      "item1.TEL:1", "ITEM1.X-ABLabel:Yacht", "item2.URL:https://a.example", "item2.X-ABLabel:_$!<HomePage>!$_",
      "item3.X-ABRELATEDNAMES:Annabella", "item3.X-ABLabel:_$!<Mother>!$_", "item4.ADR:;;1 Road;;;;", "item4.X-ABADR:gb"
    )
    #expect(entity.phones[0].details == ContactDetails(label: "Yacht", group: "item1"))
    #expect(entity.links[0].details == ContactDetails(label: "HomePage", group: "item2"))
    #expect(
      entity.keptProperties.map { "\($0.group ?? "").\($0.name):\($0.value)" } == [
        "item3.X-ABRELATEDNAMES:Annabella", "item4.X-ABADR:gb", "item3.X-ABLabel:_$!<Mother>!$_",
      ])
  }

  @Test func addressLabels() throws {
    let entity = try readCard(
      "ADR;TYPE=home:;;1 Road;;;;", "ADR;TYPE=work:;;2 Street;;;;", "LABEL;TYPE=work:2 Street\\nTown",
      "LABEL;TYPE=dom:x")
    #expect(entity.addresses.map(\.formatted) == [nil, "2 Street\nTown"])
    #expect(entity.keptProperties.map(\.name) == ["LABEL"])
  }

  @Test(arguments: [
    ("BDAY:1985-04-12", "1985-04-12"), ("BDAY:19850412", "1985-04-12"), ("BDAY:1985-04", "1985-04"),
    ("BDAY:--0412", "--04-12"), ("BDAY:---12", "---12"), ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "--04-12"),
    ("BDAY;VALUE=date:1604-03-02", "1604-03-02"),
  ])
  func birthdays(_ line: String, _ date: String) throws {
    #expect(try readCard(line).anniversaries == [Anniversary(.birth, on: try #require(PartialDate(date)))])
  }

  @Test(arguments: ["19960415T231000Z", "T102200", "0000-05-06", "20240230", "circa 1800", "--0230"])
  func datesThatAreKept(_ value: String) throws {
    let entity = try readCard("BDAY;X-A=1:" + value)
    #expect(entity.anniversaries.isEmpty)
    #expect(
      entity.keptProperties == [
        KeptProperty(format: "vcard", name: "BDAY", parameters: [Parameter(name: "X-A", values: ["1"])], value: value)
      ])
  }

  @Test func otherDates() throws {
    let entity = try readCard(
      "item1.X-ABDATE:2010-01-02", "item1.X-ABLabel:First day", "X-ANNIVERSARY:2001-02-03", "item2.X-ABDATE:2001-02-03",
      "item2.X-ABLabel:_$!<Anniversary>!$_", "DEATHDATE:18521127")
    #expect(entity.anniversaries.map(\.kind) == [.other, .wedding, .death])
    #expect(entity.anniversaries[0].details.label == "First day")
    #expect(entity.keptProperties.isEmpty)
  }

  @Test func onlineServices() throws {
    let entity = try readCard(
      "IMPP;X-SERVICE-TYPE=Jabber;TYPE=HOME:xmpp:ada@example.com",
      "X-SOCIALPROFILE;type=twitter;x-user=ada:http://twitter.com/ada",
      "X-AIM;TYPE=home:adaim", "X-SOCIALPROFILE;TYPE=mastodon:x-apple:ada%20l")
    #expect(
      entity.onlineServices == [
        OnlineService(service: "Jabber", uri: "xmpp:ada@example.com", details: ContactDetails(types: ["home"])),
        OnlineService(service: "twitter", uri: "http://twitter.com/ada", user: "ada"),
        OnlineService(service: "AIM", user: "adaim", details: ContactDetails(types: ["home"])),
        OnlineService(service: "mastodon", user: "ada%20l"),
      ])
  }

  @Test func photos() throws {
    let jpeg = Photo.data(mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff])
    #expect(try readCard("PHOTO;ENCODING=b;TYPE=JPEG:/9j/").photo == jpeg)
    #expect(try readCard("PHOTO;ENCODING=BASE64:/9j/").photo == jpeg)
    #expect(try readCard("PHOTO:data:image/jpeg\\;base64\\,/9j/").photo == jpeg)
    #expect(try readCard("PHOTO:DATA:IMAGE/JPEG;BASE64,/9j/").photo == jpeg)
    #expect(try readCard("PHOTO;VALUE=uri:https://example.com/a.jpg").photo == .uri("https://example.com/a.jpg"))
    #expect(try readCard("PHOTO;ENCODING=b:/9j/", "PHOTO;ENCODING=b:/9k=").keptProperties.map(\.value) == ["/9k="])
  }

  @Test func identity() throws {
    let uuid = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    for text in [uuid, "urn:uuid:" + uuid.uppercased()] {
      let entity = try readCard("UID:" + text)
      #expect(entity.id == Identifier(uuid: uuid))
      #expect(entity.foreignUIDs.isEmpty)
    }
    let foreign = try readCard("UID:\(uuid)\\:ABPerson")
    #expect(foreign.id == Identifier(uid: uuid + ":ABPerson"))
    #expect(foreign.foreignUIDs == [uuid + ":ABPerson"])
  }

  @Test func theSameFileTwiceNamesTheSameRecords() throws {
    let first = try readCard("EMAIL:Ada@Example.com", "TEL:+1 555 0100", "NOTE:x")
    #expect(try readCard("EMAIL:ada@example.com", "TEL:+1-555-0100").id == first.id)
    #expect(try readCard("EMAIL:other@example.com").id != first.id)
  }

  @Test func work() throws {
    let reading = try read(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nN:A\nitem1.ORG:Analytical Engines\\, Ltd.;R&D;Core\nORG:Royal Society\n"
        + "TITLE:Fellow\nitem1.TITLE:CTO\nROLE:Analyst\nTITLE:Unpaired\nEND:VCARD\n")
    let id = try #require(reading.only?.id)
    #expect(
      reading.relations == [
        ImportedRelation(
          .id(id), .worksFor, .named("Analytical Engines, Ltd.", .company), title: "CTO", units: ["R&D", "Core"]),
        ImportedRelation(.id(id), .worksFor, .named("Royal Society", .company), title: "Fellow"),
      ])
    #expect(reading.only?.keptProperties.map(\.name) == ["ROLE", "TITLE"])
  }

  @Test func companies() throws {
    let apple = try read("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nORG:Analytical Engines\nX-ABShowAs:COMPANY\nEND:VCARD\n")
    #expect(apple.only?.kind == .company)
    #expect(apple.only?.name == "Analytical Engines")
    #expect(apple.relations.isEmpty)
    let group = try read("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:x\nEND:VCARD\n")
    #expect(group.only?.kind == .organization)
    #expect(group.only?.keptProperties.map(\.name) == ["KIND", "MEMBER"])
    #expect(group.codes.isEmpty)
    #expect(group.relations.map(\.type) == [.memberOf])
    #expect(try read("BEGIN:VCARD\nVERSION:4.0\nKIND:device\nFN:Phone\nEND:VCARD\n").codes == ["other-kind"])
  }

  @Test func aCompanyKeepsTheNameOfAPerson() throws {
    let text =
      "BEGIN:VCARD\nVERSION:3.0\nN:Babbage;Charles;;;\nFN:Engines\nORG:Engines\nX-ABShowAs:COMPANY\nEND:VCARD\n"
    let company = try #require(try read(text).only)
    #expect(company.personName == nil)
    #expect(company.keptProperties.map(\.value) == ["Babbage;Charles;;;"])
    #expect(lines(try write(company)).filter { $0.hasPrefix("N:") } == ["N:Babbage;Charles;;;"])
  }

  @Test func related() throws {
    let other = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    let reading = try read(
      "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nRELATED;TYPE=child:urn:uuid:\(other)\nRELATED;TYPE=parent:urn:uuid:\(other)\n"
        + "RELATED;TYPE=\"friend,co-worker\":urn:uuid:\(other)\nRELATED;TYPE=x-kith-managerof:urn:uuid:\(other)\n"
        + "RELATED;TYPE=friend:mailto:x@example.com\nRELATED;TYPE=me:urn:uuid:\(other)\nEND:VCARD\n")
    let (card, friend) = (
      EntityReference.id(try #require(reading.only?.id)), EntityReference.id(try #require(Identifier(uuid: other)))
    )
    #expect(
      reading.relations == [
        ImportedRelation(card, .parentOf, friend), ImportedRelation(friend, .parentOf, card),
        ImportedRelation(card, .friendOf, friend), ImportedRelation(card, .related, friend, title: "co-worker"),
        ImportedRelation(card, .managerOf, friend),
      ])
    #expect(reading.only?.keptProperties.count == 2)
  }

  @Test func times() throws {
    let entity = try readCard("REV:20261102T093000Z", "CREATED:2022-07-05T09:34:12Z")
    #expect(entity.modified == Timestamp("2026-11-02T09:30:00Z"))
    #expect(entity.created == Timestamp("2022-07-05T09:34:12Z"))
    #expect(try readCard("NOTE:x").created == noon)
    #expect(try readCard("REV:lately").keptProperties.map(\.name) == ["REV"])
  }
}
