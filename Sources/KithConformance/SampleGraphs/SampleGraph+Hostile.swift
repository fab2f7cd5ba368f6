import KithCore

extension SampleGraph {
  /// Names and values that break formats which paste text together: quotes, line ends, control characters, endless text.
  public static let hostile: InMemoryGraph = {
    var graph = InMemoryGraph()
    let kinds = Entity.Kind.allCases
    for (index, text) in HostileText.short.enumerated() {
      graph.entities.append(filled(1000 + UInt64(index), .person, text))
      graph.entities.append(filled(2000 + UInt64(index), kinds[1 + index % 3], text))
    }
    graph.entities.append(entity(3000, .person, HostileText.megabyte))
    graph.entities.append(injection)
    graph.relations = HostileText.short.enumerated().map { index, text in
      Relation(id(1000 + UInt64(index)), .related, id(2000 + UInt64(index)), title: text, units: [text])
    }
    graph.relations += employment(in: graph)
    graph.relations = bySubject(graph.relations, of: graph)
    graph.interactions = hostileInteractions
    graph.applications = hostileApplications(in: graph)
    graph.followUps = hostileFollowUps
    graph.feedback = hostileFeedback
    graph.introductions = hostileIntroductions
    graph.keepInTouch = hostileKeepInTouch
    graph.owner = id(1000)
    return graph
  }()

  /// An entity with `text` in each of its fields.
  private static func filled(_ number: UInt64, _ kind: Entity.Kind, _ text: String) -> Entity {
    let details = ContactDetails(label: text)
    var entity = entity(number, kind, text)
    if kind == .person { entity.personName = PersonName(family: [text], given: [text, text]) }
    entity.nicknames = [text]
    entity.emails = [EmailAddress(text, details: details)]
    entity.phones = [PhoneNumber(text, details: details)]
    entity.addresses = [PostalAddress(street: [text], country: [text], formatted: text, details: details)]
    entity.onlineServices = [OnlineService(service: text, uri: text, user: text, details: details)]
    entity.links = [Link(text, details: details)]
    entity.notes = [text, ""]
    entity.tags = [text]
    entity.customFields = [CustomField(text, text), CustomField("private \(text)", text, isPrivate: true)]
    entity.photo = .uri(text)
    entity.foreignUIDs = ["\(number) \(text)"]
    return entity
  }

  /// Text where formats expect words of their own: types, groups, parameters, media types, kept properties.
  private static var injection: Entity {
    let breakout = "X\r\nEND:VCARD\r\nBEGIN:VCARD"
    let parameters = [Parameter(name: breakout, values: [breakout, "\"", "^n", ""]), Parameter(name: "", values: [])]
    var entity = entity(3001, .person, "Little Bobby Tables")
    entity.emails = [
      EmailAddress(
        "bobby@example.com",
        details: ContactDetails(
          types: [breakout, "a\"b;c:d,e", ""], label: breakout, preference: Int(Int32.min), group: breakout,
          parameters: parameters))
    ]
    entity.photo = .data(mediaType: "image/\(breakout)", bytes: [0x00, 0xff, 0x0d, 0x0a])
    entity.keptProperties = ["vcard", "xml", "csv", breakout].map {
      KeptProperty(format: $0, group: breakout, name: breakout, parameters: parameters, value: breakout)
    }
    return entity
  }

  private static func employment(in graph: InMemoryGraph) -> [Relation] {
    let companies = graph.entities.filter { $0.kind == .company }
    return companies.map { company in
      let employee = id((company.id.low & 0xffff) - 1000)
      let units = [company.name, company.name]
      return Relation(employee, .worksFor, company.id, title: company.name, units: units)
    }
  }

  private static var hostileInteractions: [Interaction] {
    HostileText.short.enumerated().compactMap { index, text in
      PartialDate(year: 2026).map {
        Interaction(
          id: id(4000 + UInt64(index)), date: $0, channel: text, participants: [id(1000 + UInt64(index))],
          summary: text)
      }
    }
  }

  private static func hostileApplications(in graph: InMemoryGraph) -> [JobApplication] {
    guard let company = graph.entities.first(where: { $0.kind == .company }) else { return [] }
    return HostileText.short.enumerated().map { index, text in
      JobApplication(
        id: id(5000 + UInt64(index)), company: company.id, position: text, stages: [JobApplication.Stage(text)],
        outcome: JobApplication.Outcome(.rejected, stage: text, reason: text), url: text, note: text)
    }
  }
}
