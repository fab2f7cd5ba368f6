import KithCore

/// Graphs that hold one thing and little else.
enum CoverageSample {
  static func plain(_ kind: Entity.Kind) -> InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = [SampleGraph.entity(1, kind, "Sample \(kind)")]
    return graph
  }

  /// The kinds for which a field means something.
  static func kinds(having field: EntityField) -> Set<Entity.Kind> {
    switch field {
    case .personName: [.person]
    case .period: [.event]
    default: Set(Entity.Kind.allCases)
    }
  }

  static func graph(_ kind: Entity.Kind, with field: EntityField, of format: Format) -> InMemoryGraph {
    var graph = plain(kind)
    fill(field, of: &graph.entities[0], format)
    return graph
  }

  private static func fill(_ field: EntityField, of entity: inout Entity, _ format: Format) {
    let date = PartialDate("2001-02-03")
    switch field {
    case .personName: entity.personName = PersonName(family: ["Doe"], given: ["Jo"], prefixes: ["Dr."])
    case .nicknames: entity.nicknames = ["Sample nickname"]
    case .emails: entity.emails = [EmailAddress("sample@example.com")]
    case .phones: entity.phones = [PhoneNumber("+44 20 7946 0999")]
    case .addresses: entity.addresses = [PostalAddress(street: ["1 Sample Street"], locality: ["Sampleton"])]
    case .onlineServices: entity.onlineServices = [OnlineService(service: "Mastodon", uri: "https://s.example/@sample")]
    case .links: entity.links = [Link("https://sample.example/")]
    case .anniversaries:
      entity.anniversaries = date.map { [Anniversary(entity.kind == .person ? .birth : .other, on: $0)] } ?? []
    case .period: entity.period = Period(start: date)
    case .notes: entity.notes = ["A sample note."]
    case .tags: entity.tags = ["sample"]
    case .customFields: entity.customFields = [CustomField("sample", "custom value")]
    case .photo: entity.photo = .data(mediaType: "image/png", bytes: SampleGraph.pixel)
    case .foreignUIDs: entity.foreignUIDs = ["sample-uid-1"]
    case .keptProperties:
      entity.keptProperties = [KeptProperty(format: format.name, name: "X-SAMPLE", value: "kept")]
    }
  }

  /// One entity of each kind, two of them people.
  static let peopleAndCompany: InMemoryGraph = {
    var graph = InMemoryGraph()
    graph.entities = Entity.Kind.allCases.enumerated().map { SampleGraph.entity(UInt64($0 + 1), $1, "Sample \($1)") }
    graph.entities.append(SampleGraph.entity(9, .person, "Other person"))
    return graph
  }()

  static let withInteraction: InMemoryGraph = {
    var graph = peopleAndCompany
    if let date = PartialDate("2001-02-03") { graph.interactions = [interaction(on: date)] }
    return graph
  }()

  private static func interaction(on date: PartialDate) -> Interaction {
    let people = [SampleGraph.id(1)]
    return Interaction(id: SampleGraph.id(20), date: date, channel: "call", participants: people, summary: "Spoke")
  }

  static let withApplication: InMemoryGraph = {
    var graph = peopleAndCompany
    graph.applications = [JobApplication(id: SampleGraph.id(21), company: SampleGraph.id(2), position: "Sampler")]
    return graph
  }()

  static let withFollowUp: InMemoryGraph = {
    var graph = peopleAndCompany
    let day = CivilDay(daysSince1970: 11_356)
    graph.followUps = [
      FollowUp(id: SampleGraph.id(22), .thank, SampleGraph.id(1), due: day, created: SampleGraph.clock)
    ]
    return graph
  }()

  static let withFeedback: InMemoryGraph = {
    var graph = peopleAndCompany
    graph.feedback = [Feedback(id: SampleGraph.id(23), giver: SampleGraph.id(1), text: "Talk through trade-offs")]
    return graph
  }()

  static let withIntroduction: InMemoryGraph = {
    var graph = peopleAndCompany
    graph.introductions = [
      Introduction(
        id: SampleGraph.id(24), connector: SampleGraph.id(1), person: SampleGraph.id(9), reason: "Speaks of looms")
    ]
    return graph
  }()

  static let withKeepInTouch: InMemoryGraph = {
    var graph = peopleAndCompany
    let since = CivilDay(daysSince1970: 11_356)
    graph.keepInTouch = Interval(6, .weeks).map { [KeepInTouch(SampleGraph.id(1), every: $0, since: since)] } ?? []
    return graph
  }()

  /// A relation of `type` between entities of `kinds` where the type allows it.
  static func graph(with type: RelationType, among kinds: Set<Entity.Kind>) -> InMemoryGraph {
    var graph = peopleAndCompany
    func end(_ allowed: Set<Entity.Kind>, _ isOther: Bool) -> Identifier {
      let kind = allowed.intersection(kinds).min() ?? allowed.min() ?? .person
      let found = graph.entities.filter { $0.kind == kind }
      return (isOther ? found.last : found.first)?.id ?? SampleGraph.id(1)
    }
    graph.relations = [Relation(end(type.ends.subject, false), type, end(type.ends.object, true))]
    return graph
  }
}
