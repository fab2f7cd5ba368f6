import KithCore

extension SampleGraph {
  /// Every kind, every field, every relation type, every role and outcome, dates of every precision.
  public static let everything: InMemoryGraph = {
    var graph = InMemoryGraph()
    graph.owner = id(1)
    graph.entities = [
      owner, fullPerson, entity(3, .person, "Charles Babbage"), company, entity(5, .company, "Difference & Sons"),
      organization, entity(7, .organization, "Royal Society"), event, entity(9, .event, "SwiftConf 2026"),
      pictured, entity(11, .person, "林 美咲"),
    ]
    graph.relations = bySubject(relations, of: graph)
    graph.interactions = interactions
    graph.applications = applications
    graph.followUps = followUps
    graph.feedback = feedback
    graph.introductions = introductions
    graph.keepInTouch = keepInTouch
    return graph
  }()

  /// Relations in the order in which a graph hands them over.
  static func bySubject(_ relations: [Relation], of graph: InMemoryGraph) -> [Relation] {
    let grouped = Dictionary(grouping: relations, by: \.subject)
    return graph.entities.flatMap { grouped[$0.id] ?? [] }
  }

  private static var owner: Entity {
    var owner = entity(1, .person, "Sam Rivera")
    owner.personName = PersonName(family: ["Rivera"], given: ["Sam"])
    owner.emails = [EmailAddress("sam@example.org")]
    return owner
  }

  private static var fullPerson: Entity {
    var person = entity(2, .person, "Countess Dr. Ada Augusta Byron Lovelace FRS")
    person.personName = PersonName(
      family: ["Byron", "Lovelace"], given: ["Ada", "Augusta"], additional: ["King", "Noel"],
      prefixes: ["Countess", "Dr."], suffixes: ["FRS", "PhD"])
    person.nicknames = ["Enchantress of Numbers", "A.A.L."]
    addContactPoints(to: &person)
    person.anniversaries = anniversaries
    person.notes = ["Prefers letters.\nWrites notes longer than the paper.", "Second note; with, separators\\"]
    person.tags = ["compilers", "mathematics & music", "ärger, größe"]
    person.customFields = [
      CustomField("shirt size", "M"), CustomField("salary hoped for", "£ 300 a year", isPrivate: true),
    ]
    person.photo = .data(mediaType: "image/png", bytes: pixel)
    person.foreignUIDs = ["urn:uuid:8c6a2e5e-54a7-4c5e-9f3b-2f6d1c0b9a71", "ada@directory.example.com"]
    person.keptProperties = keptProperties
    return person
  }

  private static func addContactPoints(to person: inout Entity) {
    person.emails = [
      EmailAddress("ada@example.com", details: fullDetails),
      EmailAddress("ada@home.example", details: ContactDetails(types: ["home"])),
      EmailAddress("übung@exämple.example"),
    ]
    person.phones = [
      PhoneNumber("+44 20 7946 0018", details: ContactDetails(types: ["work", "voice"], preference: 1)),
      PhoneNumber("020 7946 0019 ext. 12", details: ContactDetails(types: ["fax", "home"], label: "quiet line")),
    ]
    person.addresses = [
      PostalAddress(
        poBox: ["PO Box 1837"], extended: ["Flat 2", "Rear"], street: ["12 St James's Square", "Mews"],
        locality: ["London"], region: ["Greater London"], postalCode: ["SW1Y 4JH"], country: ["United Kingdom"],
        formatted: "12 St James's Square\nLondon SW1Y 4JH", details: ContactDetails(types: ["home"])),
      PostalAddress(locality: ["Ockham"], country: ["England"]),
    ]
    person.onlineServices = [
      OnlineService(
        service: "Mastodon", uri: "https://social.example/@ada", user: "@ada@social.example",
        details: ContactDetails(types: ["work"])),
      OnlineService(uri: "xmpp:ada@example.com"),
      OnlineService(service: "Chess", user: "ada1815"),
    ]
    person.links = [
      Link("https://ada.example.com/notes?g=1&h=2", details: ContactDetails(label: "Notes", group: "item2")),
      Link("https://engines.example/people/ada"),
    ]
  }

  /// Each part of ``ContactDetails`` filled in.
  private static var fullDetails: ContactDetails {
    ContactDetails(
      types: ["work", "internet"], label: "Engine room", preference: 2, group: "item1",
      parameters: [
        Parameter(name: "X-SLOT", values: ["1", "two, three"]), Parameter(name: "X-QUOTED", values: ["a:b;c"]),
      ])
  }

  private static var anniversaries: [Anniversary] {
    let kinds: [(Anniversary.Kind, String)] = [
      (.birth, "1815-12-10"), (.death, "1852"), (.wedding, "1835-07"), (.other, "--07-08"), (.other, "--12"),
      (.other, "---05"),
    ]
    let dated = kinds.compactMap { kind, text in PartialDate(text).map { (kind, $0) } }
    return dated.map { kind, date in
      Anniversary(kind, on: date, details: ContactDetails(label: kind == .other ? "Day of \(date)" : nil))
    }
  }

  private static var keptProperties: [KeptProperty] {
    [
      KeptProperty(
        format: "vcard", group: "item7", name: "X-FAVOURITE-ENGINE",
        parameters: [Parameter(name: "TYPE", values: ["brass"]), Parameter(name: "X-COGS", values: ["25000"])],
        value: "Difference Engine No. 2\\, unfinished"),
      KeptProperty(format: "vcard", name: "X-PHONETIC-LAST-NAME", value: "LUV-lace"),
    ]
  }

  private static var company: Entity {
    var company = entity(4, .company, "Analytical Engines")
    company.nicknames = ["Analytical Engines Ltd."]
    company.phones = [PhoneNumber("+44 20 7946 0100")]
    company.emails = [EmailAddress("hello@engines.example")]
    company.links = [Link("https://engines.example/")]
    company.addresses = [PostalAddress(street: ["1 Dorset Street"], locality: ["London"])]
    company.notes = ["Asks about punched cards."]
    company.tags = ["hardware"]
    company.anniversaries = PartialDate("1837").map { [Anniversary(.other, on: $0)] } ?? []
    company.photo = .uri("https://engines.example/logo.png")
    return company
  }

  private static var organization: Entity {
    var organization = entity(6, .organization, "Society for Mechanical Notation")
    organization.onlineServices = [OnlineService(service: "Matrix", uri: "matrix:r/notation:example.org")]
    organization.customFields = [CustomField("meets", "first Tuesday")]
    organization.foreignUIDs = ["society-0001"]
    return organization
  }

  private static var event: Entity {
    var event = entity(8, .event, "Exposition of Engines")
    event.period = Period(start: PartialDate("2025-05-01"), end: PartialDate("2025-10"))
    event.addresses = [PostalAddress(formatted: "Hyde Park\nLondon")]
    event.tags = ["fair"]
    return event
  }

  private static var pictured: Entity {
    var person = entity(10, .person, "Grace Hopper")
    person.personName = PersonName(parsing: "Grace Brewster Hopper")
    person.photo = .uri("https://photos.example/grace.jpg")
    person.doNotAsk = true
    person.customFields = [CustomField("clock", "runs backwards", isPrivate: true)]
    return person
  }
}
