import KithCSV
import KithCore
import Testing

/// What a table holds comes back as it was.
struct RoundTripTests {
  @Test func peopleOfEverySort() throws {
    var ada = CSVTesting.person("Ada Lovelace")
    ada.personName = PersonName(
      family: ["Lovelace", "King"], given: ["Augusta", "Ada"], additional: [""], prefixes: ["Countess"],
      suffixes: ["FRS\nx"])
    ada.nicknames = ["Ada", "", "Enchantress\nof \\Number"]
    ada.emails = [
      EmailAddress("ada@example.com", details: ContactDetails(types: ["work"], preference: 1)),
      EmailAddress(
        "", details: ContactDetails(types: ["home", "x-old"], label: "old (very) \\ one\n", preference: 100)),
      EmailAddress("plain@example.org"),
    ]
    ada.phones = [PhoneNumber("+44 20 7946 0100", details: ContactDetails(label: "")), PhoneNumber("")]
    ada.links = [Link("https://example.com/in/ada", details: ContactDetails(label: "LinkedIn")), Link("x: y")]
    ada.addresses = [
      PostalAddress(
        street: ["12 St James's Square", "Flat;2"], locality: ["London"], postalCode: ["SW1Y"],
        details: ContactDetails(types: ["home"])),
      PostalAddress(street: ["a: b"], region: ["", "x"]),
      PostalAddress(country: ["England\nand Wales"]),
    ]
    ada.anniversaries = [Anniversary(.birth, on: try #require(PartialDate("--12-10")))]
    ada.tags = ["compilers", "a;b"]
    ada.notes = ["met at the salon\n\nshe wrote the first program", "second"]
    ada.modified = Timestamp(secondsSince1970: -1)
    try expectSamePeople([ada])
  }

  @Test(arguments: CSVTesting.hostile)
  func hostilePeople(value: String) throws {
    var person = CSVTesting.person(value)
    person.personName = PersonName(family: [value], given: [value, value])
    person.nicknames = [value]
    person.emails = [EmailAddress(value), EmailAddress(value, details: ContactDetails(types: ["work"], label: value))]
    person.phones = [PhoneNumber(value)]
    person.links = [Link(value, details: ContactDetails(label: value))]
    person.addresses = [
      PostalAddress(street: [value], locality: [value, value], country: [value]), PostalAddress(region: [value]),
    ]
    person.tags = [value, value]
    person.notes = [value]
    try expectSamePeople([person, CSVTesting.person("after", id: 2)])
  }

  @Test func aNameOfAMegabyte() throws {
    try expectSamePeople([CSVTesting.person(String(repeating: "é\"", count: 350_000))])
  }

  private func expectSamePeople(_ people: [Entity]) throws {
    var graph = InMemoryGraph()
    graph.entities = people
    let file = try CSVTesting.read(try CSVTesting.write(graph).bytes)
    #expect(file.entities == people)
    #expect(file.relations.isEmpty)
    #expect(file.diagnostics.isEmpty)
  }

  @Test(arguments: CSVTesting.hostile)
  func employment(value: String) throws {
    let (ada, first, second) = (
      CSVTesting.person("Ada"), CSVTesting.company(value), CSVTesting.company("Mill", id: 101)
    )
    var graph = InMemoryGraph()
    graph.entities = [first, second, ada]
    graph.relations = [
      Relation(ada.id, .worksFor, first.id, title: nil, units: [value, "b;c"]),
      Relation(ada.id, .worksFor, second.id, title: value),
    ]
    let file = try CSVTesting.read(try CSVTesting.write(graph).bytes)
    #expect(
      file.relations == [
        ImportedRelation(.id(ada.id), .worksFor, .named(value, .company), units: [value, "b;c"]),
        ImportedRelation(.id(ada.id), .worksFor, .named("Mill", .company), title: value),
      ])
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: ["companies", "organizations", "events"])
  func otherEntities(table: String) throws {
    var entities: [Entity] = []
    for (index, value) in CSVTesting.hostile.enumerated() {
      let kind: Entity.Kind = table == "companies" ? .company : table == "events" ? .event : .organization
      let id = Identifier(high: 9, low: UInt64(index))
      var entity = Entity(id: id, kind: kind, name: value, created: CSVTesting.now)
      if kind == .event {
        entity.period = Period(start: PartialDate("2026-10"), end: PartialDate("2026-10-12"))
        if index == 1 { entity.period = Period(endedAtUnknownDate: true) }
      } else {
        entity.nicknames = [value, "\(index)"]
        entity.emails = [EmailAddress(value)]
        entity.phones = [PhoneNumber(value)]
      }
      entity.links = [Link(value)]
      entity.addresses = [PostalAddress(locality: [value])]
      entity.tags = [value]
      entity.notes = [value]
      entities.append(entity)
    }
    var graph = InMemoryGraph()
    graph.entities = entities
    let file = try CSVTesting.read(try CSVTesting.write(graph, table: table).bytes)
    #expect(file.entities == entities)
    #expect(file.diagnostics.isEmpty)
  }

  @Test func everyRelation() throws {
    var graph = InMemoryGraph()
    let (ada, mill) = (CSVTesting.person("Ada, \"Countess\""), CSVTesting.company("Mill\r\n& Store"))
    graph.entities = [ada, mill]
    for (index, type) in RelationType.allCases.enumerated() {
      let title = index < CSVTesting.hostile.count ? CSVTesting.hostile[index] : nil
      graph.relations.append(
        Relation(
          ada.id, type, mill.id, title: title, units: [title ?? "", "b"],
          period: Period(start: PartialDate("1843"), end: index % 2 == 0 ? PartialDate("1852-11-27") : nil)))
    }
    graph.relations.append(
      Relation(mill.id, .related, ada.id, period: Period(start: PartialDate("1840"), endedAtUnknownDate: true)))
    let file = try CSVTesting.read(try CSVTesting.write(graph, table: "relations").bytes)
    #expect(file.relations == graph.relations.map(ImportedRelation.init))
    #expect(file.diagnostics.isEmpty)
  }

  @Test(arguments: CSVTesting.hostile)
  func applications(value: String) throws {
    var graph = InMemoryGraph()
    let (ada, mill) = (CSVTesting.person(value), CSVTesting.company(value))
    graph.entities = [ada, mill]
    let day = PartialDate("2026-10-01")
    graph.applications = [
      JobApplication(
        id: Identifier(high: 5, low: 5), company: mill.id, position: value,
        stages: [.init("applied", on: day), .init(value), .init(value, on: day), .init(""), .init("", on: day)],
        outcome: .init(.rejected, on: PartialDate("2026-11"), stage: value, reason: value),
        involved: [.init(ada.id, as: .interviewer, on: day), .init(mill.id, as: .hiringManager)], url: value,
        note: value),
      JobApplication(id: Identifier(high: 5, low: 6), company: mill.id, position: ""),
    ]
    let file = try CSVTesting.read(try CSVTesting.write(graph, table: "applications").bytes)
    #expect(file.applications == graph.applications)
    #expect(file.entities.isEmpty)
    #expect(file.diagnostics.isEmpty)
  }

  @Test func twiceTheSameBytes() throws {
    var graph = InMemoryGraph()
    graph.entities = CSVTesting.hostile.enumerated().map { CSVTesting.person($1, id: UInt64($0)) }
    #expect(try CSVTesting.write(graph).bytes == CSVTesting.write(graph).bytes)
  }
}
