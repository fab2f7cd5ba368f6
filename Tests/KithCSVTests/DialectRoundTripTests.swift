import KithCSV
import KithConformance
import KithCore
import Testing

/// What another program's columns can hold comes back as it was.
struct DialectRoundTripTests {
  private func details(_ types: String..., preference: Int? = nil, label: String? = nil) -> ContactDetails {
    ContactDetails(types: types, label: label, preference: preference)
  }

  private var ada: Entity {
    get throws {
      var ada = CSVTesting.person("Countess Ada Augusta Lovelace FRS")
      ada.personName = PersonName(
        family: ["Lovelace"], given: ["Ada"], additional: ["Augusta"], prefixes: ["Countess"], suffixes: ["FRS"])
      ada.emails = [EmailAddress("ada@example.com"), EmailAddress("a.l@example.org")]
      ada.phones = [
        PhoneNumber("+44 20 7946 0100", details: details("work")), PhoneNumber("0101", details: details("home")),
        PhoneNumber("0102", details: details("cell")), PhoneNumber("0103", details: details("fax")),
        PhoneNumber("0104", details: details("pager")),
      ]
      ada.addresses = [
        PostalAddress(
          street: ["12 St James's Square", "Mews; \"rear\""], locality: ["London"], region: ["Greater London"],
          postalCode: ["SW1Y 4JH"], country: ["England"], details: details("work")),
        PostalAddress(street: ["Ockham Park"], locality: ["Ockham"], details: details("home")),
      ]
      ada.links = [Link("https://example.com/ada?x=1,2")]
      ada.anniversaries = [Anniversary(.birth, on: try #require(PartialDate("1815-12-10")))]
      ada.notes = ["She said \"hello\",\nand left."]
      ada.customFields = [CustomField("shirt size", "M")]
      return ada
    }
  }

  /// The fields of an entity in an order of their own: columns have another one.
  private func sorted(_ entity: Entity) -> Entity {
    var entity = entity
    entity.phones.sort { $0.number < $1.number }
    entity.addresses.sort { $0.locality.joined() < $1.locality.joined() }
    entity.anniversaries.sort { $0.date < $1.date }
    return entity
  }

  private func expectSame(_ people: [Entity], in dialect: String) throws {
    var graph = InMemoryGraph()
    graph.entities = people
    let (bytes, diagnostics) = try CSVTesting.write(graph, options: [("dialect", dialect)])
    #expect(diagnostics.filter { $0.kind == .loss }.isEmpty, "\(diagnostics)")
    let file = try CSVTesting.read(bytes)
    let read = zip(file.entities, people).map { read, person in
      var read = sorted(read)
      read.id = person.id
      return read
    }
    #expect(read == people.map(sorted))
    #expect(file.problems.isEmpty)
  }

  @Test func google() throws {
    var person = try ada
    person.name = "Ada, who wrote the first program"
    person.nicknames = ["Ada", "A.A.L."]
    person.emails[0].details = details("work", preference: 1)
    person.emails[1].details = details("work")
    person.emails.append(EmailAddress("x@example.net", details: details(label: "Engine room")))
    person.addresses[0].poBox = ["7"]
    person.addresses[0].extended = ["Flat 2"]
    person.addresses[0].formatted = "12 St James's Square\nLondon"
    person.links.append(Link("https://example.com/blog", details: details(label: "Blog")))
    person.onlineServices = [
      OnlineService(service: "Mastodon", uri: "https://social.example/@ada", details: details("work")),
      OnlineService(service: "Chess", user: "ada1815"), OnlineService(uri: "xmpp:ada@example.com"),
    ]
    for (kind, date, label) in [
      (Anniversary.Kind.wedding, "1835-07-08", nil), (.death, "1852", nil), (.other, "--07", "Day of engines"),
    ] {
      person.anniversaries.append(
        Anniversary(kind, on: try #require(PartialDate(date)), details: details(label: label)))
    }
    person.tags = ["starred", "friends & family", "größe"]
    person.photo = .data(mediaType: "image/png", bytes: [1, 2, 3, 0, 255])
    person.keptProperties = ["Phonetic First Name", "Phonetic Last Name"].map {
      KeptProperty(format: "csv", name: $0, value: "kept " + $0)
    }
    var plain = CSVTesting.person("Grace Hopper", id: 2)
    plain.personName = PersonName(family: ["Hopper"], given: ["Grace"])
    plain.photo = .uri("https://photos.example/grace.jpg")
    plain.keptProperties = [KeptProperty(format: "csv", name: "File As", value: "Hopper, Grace")]
    try expectSame([person, plain], in: "google")
  }

  @Test func outlook() throws {
    var person = try ada
    person.phones.append(PhoneNumber("0105", details: details("work")))
    person.phones.append(PhoneNumber("0106", details: details("fax", "work")))
    person.phones.append(PhoneNumber("0107", details: details(label: "Assistant")))
    person.phones.append(PhoneNumber("0108"))
    person.phones[6].details.types = ["work", "fax"]
    person.addresses[0].poBox = ["7"]
    person.anniversaries = [
      Anniversary(.birth, on: try #require(PartialDate("--12-25"))),
      Anniversary(.wedding, on: try #require(PartialDate("1835-07-28"))),
    ]
    person.tags = ["VIP", "mathematics & music"]
    person.keptProperties = [
      KeptProperty(format: "csv", name: "Gender", value: "Female"),
      KeptProperty(format: "csv", name: "Office Location", value: "Room 7"),
      KeptProperty(format: "csv", name: "User 3", value: "no field"),
    ]
    try expectSame([person], in: "outlook")
  }

  @Test func thunderbird() throws {
    var person = try ada
    person.name = "Ada, the \"Enchantress\""
    person.personName = PersonName(family: ["Lovelace"], given: ["Ada"])
    person.nicknames = ["Ada"]
    person.links.append(Link("https://example.org"))
    person.onlineServices = [OnlineService(service: "AIM", user: "ada")]
    person.anniversaries = [Anniversary(.birth, on: try #require(PartialDate("--12-10")))]
    try expectSame([person], in: "thunderbird")
  }

  @Test(arguments: ["google", "outlook"])
  func relations(dialect: String) throws {
    var graph = InMemoryGraph()
    let (ada, grace) = (CSVTesting.person("Ada Lovelace"), CSVTesting.person("Grace Hopper", id: 2))
    let mill = CSVTesting.company("Mill & Store, Ltd.")
    graph.entities = [mill, ada, grace]
    graph.relations = [
      Relation(ada.id, .worksFor, mill.id, title: "CTO", units: ["Cards"]),
      Relation(ada.id, .spouseOf, grace.id), Relation(ada.id, .parentOf, grace.id),
      Relation(ada.id, .referredBy, grace.id),
    ]
    let (bytes, diagnostics) = try CSVTesting.write(graph, options: [("dialect", dialect)])
    #expect(diagnostics.map(\.code) == ["no-company"])
    let file = try CSVTesting.read(bytes)
    let me = EntityReference.id(file.entities[0].id)
    let other = EntityReference.named("Grace Hopper", .person)
    let expected = [
      ImportedRelation(me, .worksFor, .named("Mill & Store, Ltd.", .company), title: "CTO", units: ["Cards"]),
      ImportedRelation(me, .spouseOf, other), ImportedRelation(me, .parentOf, other),
      ImportedRelation(me, .referredBy, other),
    ]
    #expect(Set(file.relations.map { "\($0)" }) == Set(expected.map { "\($0)" }))
  }

  @Test func googleKeepsTwoEmployersAndWordsOfItsOwn() throws {
    var graph = InMemoryGraph()
    let (ada, grace) = (CSVTesting.person("Ada Lovelace"), CSVTesting.person("Grace Hopper", id: 2))
    let (mill, store) = (CSVTesting.company("Mill"), CSVTesting.company("Store", id: 101))
    graph.entities = [ada, grace, mill, store]
    graph.relations = [
      Relation(ada.id, .worksFor, mill.id), Relation(ada.id, .worksFor, store.id, title: "CTO"),
      Relation(ada.id, .managerOf, grace.id), Relation(ada.id, .related, grace.id, title: "pen friend"),
    ]
    let (bytes, diagnostics) = try CSVTesting.write(graph, options: [("dialect", "google")])
    #expect(diagnostics.map(\.code) == ["no-company", "no-company"], "of each company, since somebody watches")
    let read = try CSVTesting.read(bytes).relations
    #expect(read.map(\.type) == [.worksFor, .worksFor, .managerOf, .related])
    #expect(read.map(\.title) == [nil, "CTO", nil, "pen friend"])
  }

  @Test(arguments: ["google", "outlook", "thunderbird"])
  func aTitleWithoutACompanyStaysOne(dialect: String) throws {
    var ada = CSVTesting.person("Ada Lovelace")
    ada.keptProperties = [
      KeptProperty(format: "csv", name: "title", value: "Countess of Engines"),
      KeptProperty(format: "csv", name: "department", value: "Mills"),
    ]
    var graph = InMemoryGraph()
    graph.entities = [ada]
    let file = try CSVTesting.read(CSVTesting.write(graph, options: [("dialect", dialect)]).bytes)
    #expect(file.entities[0].keptProperties == ada.keptProperties)
    #expect(file.relations.isEmpty && file.problems == ["title-without-company:2"])
  }

  /// Whatever a name or a value is, the file has as many rows, and what changed was reported.
  @Test(arguments: ["google", "outlook", "thunderbird"], CSVTesting.hostile)
  func hostile(dialect: String, value: String) throws {
    var person = CSVTesting.person(value)
    person.emails = [EmailAddress(value)]
    person.notes = [value]
    person.links = [Link(value), Link("b")]
    person.tags = [value]
    person.customFields = [CustomField(value, value)]
    var graph = InMemoryGraph()
    graph.entities = [person, CSVTesting.person("after", id: 2)]
    let (bytes, diagnostics) = try CSVTesting.write(graph, options: [("dialect", dialect)])
    let file = try CSVTesting.read(bytes)
    #expect(file.entities.count == 2)
    #expect(file.entities[0].notes == [value])
    let isChanged = file.entities[0].name != value || file.entities[0].links.first != person.links[0]
    #expect(!isChanged || diagnostics.contains { $0.kind == .loss })
  }

  @Test(arguments: ["google", "outlook", "thunderbird"])
  func everythingIsReadBackWithItsNames(dialect: String) throws {
    let graph = SampleGraph.everything
    let file = try CSVTesting.read(CSVTesting.write(graph, options: [("dialect", dialect)]).bytes)
    let people = graph.entities.filter { $0.kind == .person }
    #expect(file.entities.filter { $0.kind == .person }.count == people.count)
    #expect(file.entities.allSatisfy { $0.kind == .person })
    #expect(file.entities[1].emails.first?.address == "ada@example.com")
  }
}
