import KithCore
import Testing

/// What one version says in another way than the next, both ways.
@Suite struct ConversionTests {
  private func converted(_ line: String, from: String, to: String) throws -> [String] {
    let entity = try readCard(line, version: from)
    return lines(try write(entity, version: to))
  }

  @Test(arguments: [
    ("GEO:37.38;-122.08", "GEO:geo:37.38,-122.08"), ("SORT-STRING:Lovelace", "N;SORT-AS=Lovelace:Lovelace;Ada;;;"),
    ("SORT-STRING:Love\\,Ada", "N;SORT-AS=\"Love,Ada\":Lovelace;Ada;;;"),
    ("LOGO;TYPE=PNG;ENCODING=b:AQID", "LOGO:data:image/png;base64,AQID"),
    ("KEY;TYPE=PGP;ENCODING=b:AQID", "KEY:data:application/pgp-keys;base64,AQID"),
    ("SOUND;TYPE=OGG;ENCODING=b:AQID", "SOUND:data:audio/ogg;base64,AQID"),
    ("PHOTO;VALUE=uri:http://example.com/a.jpg", "PHOTO:http://example.com/a.jpg"),
    ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "BDAY:--1210"),
    ("BDAY:1815-12-10T01:00:00Z", "BDAY:18151210T010000Z"),
    ("EMAIL;TYPE=INTERNET,PREF:a@example.com", "EMAIL;PREF=1:a@example.com"),
    (
      "X-SOCIALPROFILE;X-SERVICE-TYPE=Mastodon;TYPE=mastodon:https://s.example/@ada",
      "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://s.example/@ada"
    ),
    ("X-AIM;TYPE=HOME:ada", "IMPP;SERVICE-TYPE=AIM;USERNAME=ada;TYPE=home:aim:ada"),
    ("X-ANNIVERSARY:1835-07-08", "ANNIVERSARY:18350708"), ("X-DEATHDATE:1852-11-27", "DEATHDATE:18521127"),
    ("TEL;X-KITH-VALUE=uri:+1-555-0100 x5", "TEL;VALUE=uri:tel:+1-555-0100;ext=5"),
  ])
  func bothWays(_ old: String, _ new: String) throws {
    #expect(try converted(old, from: "3.0", to: "4.0").contains(new))
    #expect(try converted(old, from: "3.0", to: "3.0").contains(old))
    // Not the N that every card here has.
    guard !new.hasPrefix("N;") else { return }
    #expect(try converted(new, from: "4.0", to: "3.0").contains(old))
    #expect(try converted(new, from: "4.0", to: "4.0").contains(new))
  }

  @Test func sortAsBecomesSortString() throws {
    let text = "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nN;SORT-AS=\"Lovelace,Ada\":Lovelace;Ada;;;\nEND:VCARD\n"
    let entity = try #require(try read(text).only)
    #expect(lines(try write(entity, version: "3.0")).contains("SORT-STRING:Lovelace\\,Ada"))
  }

  @Test(arguments: [
    "GEO:geo:1,2;u=10", "GEO:somewhere", "LOGO:data:text/plain,abc", "TZ:Europe/London", "BDAY;VALUE=text:circa 1800",
    "GENDER:O;other", "LANG;PREF=1:en", "XML:<a/>", "CLIENTPIDMAP:1;urn:uuid:x", "CONTACT-URI;PREF=1:https://a.example",
    "EXPERTISE;LEVEL=expert;INDEX=1:x", "CALURI;MEDIATYPE=text/calendar:http://a.example", "GRAMGENDER:feminine",
    "PRONOUNS;ALTID=1;LANGUAGE=en:they", "EMAIL;PID=1.1;PROP-ID=e1:a@example.com", "AGENT:x",
  ])
  func newThingsSurviveTheOldVersion(_ line: String) throws {
    for old in ["3.0", "2.1"] {
      let entity = try readCard(line, version: "4.0")
      let again = try #require(try read(try write(entity, version: old)).only)
      let name = line.prefix { $0 != ":" && $0 != ";" }
      let written = lines(try write(again, version: "4.0")).filter { $0.hasPrefix(name) }
      #expect(written.contains { $0 == line || $0 == line.replacing("TZ:", with: "TZ;VALUE=text:") }, "\(written)")
    }
  }

  @Test func namesOfPeopleAreRelationsAndStay() throws {
    let lines21 = [
      "X-EVOLUTION-SPOUSE:William King", "X-MS-MANAGER;N:Charles Babbage", "item1.X-ABRELATEDNAMES;TYPE=pref:Mary",
      "item1.X-ABLabel:_$!<Friend>!$_", "item2.X-ABRELATEDNAMES:Annabella", "item2.X-ABLabel:_$!<Mother>!$_",
    ]
    let text = (["BEGIN:VCARD", "VERSION:3.0", "FN:Ada", "N:A;Ada;;;"] + lines21 + ["END:VCARD", ""])
    let reading = try read(text.joined(separator: "\r\n"))
    let id = EntityReference.id(try #require(reading.only?.id))
    #expect(
      reading.relations == [
        ImportedRelation(id, .spouseOf, .named("William King", .person)),
        ImportedRelation(.named("Charles Babbage", .person), .managerOf, id),
        ImportedRelation(id, .friendOf, .named("Mary", .person)),
      ])
    let written = lines(try rewritten(reading, "3.0"))
    for line in lines21 { #expect(written.contains(line.replacing(";N:", with: ";TYPE=N:")) || written.contains(line)) }
    // The name that came is not written a second time for others to show.
    #expect(written.filter { $0.contains("Mary") && $0.contains("X-ABRELATEDNAMES") }.count == 1)
  }

  @Test func anAgentIsACardWithinA21Card() throws {
    let agent = "AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Joe\\nEND:VCARD\\n"
    let written = try write(try readCard(agent), version: "2.1")
    #expect(written.contains("\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Joe\r\nEND:VCARD\r\n"))
    let again = try #require(try read(written).only)
    #expect(again.keptProperties.first { $0.name == "AGENT" }?.value == String(agent.dropFirst(6)))
    let evil = try readCard("AGENT:BEGIN:VCARD\\nEND:VCARD\\nEND:VCARD\\nBEGIN:VCARD\\nFN:Evil")
    #expect(try read(try write(evil, version: "2.1")).entities.map(\.name) == ["Ada Lovelace"])
  }
}
