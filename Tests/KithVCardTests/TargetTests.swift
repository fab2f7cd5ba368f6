import KithCore
import Testing

@Suite struct TargetTests {
  private static func graph() -> InMemoryGraph {
    var graph = InMemoryGraph()
    var ada = person("Ada Łovelace", id: 1)
    ada.personName = PersonName(family: ["Łovelace"], given: ["Ada"])
    ada.emails = [
      EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 2)),
      EmailAddress("b@example.com", details: ContactDetails(preference: 5)),
    ]
    ada.phones = [PhoneNumber("+44 20 7946 0000", details: ContactDetails(label: "Yacht", group: "item1"))]
    ada.addresses = [PostalAddress(poBox: ["1"], locality: ["London"])]
    ada.onlineServices = [OnlineService(service: "Jabber", user: "ada@example.com")]
    ada.links = [Link("https://example.com")]
    ada.anniversaries = [
      Anniversary(.birth, on: PartialDate(month: 12, day: 10)!),
      Anniversary(.wedding, on: PartialDate(year: 1835, month: 7, day: 8)!),
    ]
    ada.tags = ["math"]
    ada.photo = .data(mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff])
    ada.keptProperties = [
      KeptProperty(format: "vcard", name: "GEO", value: "geo:1.5,2"),
      KeptProperty(format: "vcard", name: "LOGO", value: "data:image/png;base64,AQID"),
    ]
    graph.entities = [ada, person("William King", id: 2)]
    graph.relations = [Relation(ada.id, .spouseOf, graph.entities[1].id)]
    return graph
  }

  private func write(_ target: String, _ options: (name: String, value: String)...) throws -> (
    lines: [String], codes: [String]
  ) {
    let log = DiagnosticLog()
    let text = try KithVCardTests.write(
      TargetTests.graph(), options: [(name: "target", value: target)] + options, log: log)
    return (lines(text), log.groups.map(\.first.code))
  }

  private static let always = [
    "EMAIL;TYPE=INTERNET,WORK,PREF;PREF=2:ada@example.com", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10",
    "PHOTO;ENCODING=b;TYPE=JPEG:/9j/", "item2.X-ABDATE:1835-07-08", "item2.X-ABLabel:_$!<Anniversary>!$_",
    "item3.X-ABRELATEDNAMES;X-KITH-COPY=1:William King", "item3.X-ABLabel:_$!<Spouse>!$_", "GEO:1.5;2",
    "LOGO;TYPE=PNG;ENCODING=b:AQID",
  ]

  @Test func apple() throws {
    let (lines, codes) = try write("apple")
    for line in TargetTests.always + [
      "VERSION:3.0", "IMPP;X-SERVICE-TYPE=Jabber;X-USER=ada@example.com:xmpp:ada@example.com",
      "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:11111111-1111-4111-8000-000000000001",
    ] { #expect(lines.contains(line)) }
    #expect(codes.isEmpty)
    #expect(try write("apple", (name: "lists", value: "categories")).codes == ["apple-categories"])
  }

  @Test(arguments: ["google", "nextcloud", "none"])
  func version3(_ target: String) throws {
    let (lines, codes) = try write(target)
    for line in TargetTests.always + ["VERSION:3.0", "X-JABBER:ada@example.com", "CATEGORIES:math"] {
      #expect(lines.contains(line))
    }
    #expect(codes == (target == "nextcloud" ? ["nextcloud-label"] : []))
  }

  @Test func outlook() throws {
    let (lines, codes) = try write("outlook")
    for line in [
      "VERSION:2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ada =C5=81ovelace",
      "item1.TEL;VOICE:+44 20 7946 0000", "URL;WORK:https://example.com", "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/",
      "X-MS-ANNIVERSARY;X-KITH-COPY=1:18350708", "X-MS-SPOUSE;N;X-KITH-COPY=1:William King",
      "X-MS-IMADDRESS;X-KITH-COPY=1:ada@example.com",
    ] { #expect(lines.contains(line)) }
    #expect(
      codes == [
        "outlook-position", "outlook-logo", "outlook-post-office-box", "outlook-label", "outlook-yearless-date",
        "outlook-one-card",
      ])
  }

  @Test func thunderbird() throws {
    let (lines, codes) = try write("thunderbird")
    for line in [
      "VERSION:4.0", "BDAY:--1210", "PHOTO:data:image/jpeg;base64,/9j/", "GEO:geo:1.5,2",
      "IMPP;SERVICE-TYPE=Jabber;USERNAME=ada@example.com:jabber:ada@example.com",
    ] { #expect(lines.contains(line)) }
    #expect(codes == ["thunderbird-label"])
  }

  @Test func android() throws {
    let (lines, codes) = try write("android")
    for line in TargetTests.always + [
      "item1.TEL;TYPE=X-YACHT;X-KITH-COPY=1:+44 20 7946 0000", "item1.X-ABLabel:Yacht",
      "X-ANDROID-CUSTOM;X-KITH-COPY=1:vnd.android.cursor.item/contact_event;1835-07-08;1;;;;;;;;;;;;;",
      "X-ANDROID-CUSTOM;X-KITH-COPY=1:vnd.android.cursor.item/relation;William King;14;;;;;;;;;;;;;",
    ] { #expect(lines.contains(line)) }
    #expect(codes.isEmpty)
  }

  /// What is written for a program alone is not read back: the same person comes of every file.
  @Test(arguments: ["none", "apple", "google", "outlook", "thunderbird", "nextcloud", "android"])
  func readBack(_ target: String) throws {
    var expected = TargetTests.graph()
    if target == "outlook" {
      expected.entities[0].phones[0].details.types = ["voice"]
      expected.entities[0].links[0].details.types = ["work"]
    }
    let reading = try read(KithVCardTests.write(TargetTests.graph(), options: [(name: "target", value: target)]))
    #expect(reading.entities == expected.entities)
    #expect(reading.relations == expected.relations.map(ImportedRelation.init))
  }

  @Test func anExplicitVersionWins() throws {
    let (lines, codes) = try write("google", (name: "version", value: "4.0"))
    #expect(lines.contains("VERSION:4.0"))
    #expect(codes == ["google-version"])
  }
}
