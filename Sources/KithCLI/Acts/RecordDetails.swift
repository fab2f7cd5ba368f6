import KithCore
import KithStore

/// One record with everything that hangs on it, named.
struct RecordDetails {
  let entity: Entity
  /// The person whose graph this is.
  let me: Identifier?
  let related: [RelatedEntity]
  /// The latest first.
  let interactions: [Interaction]
  /// Those in which a person has a part, or those made to a company.
  let applications: [JobApplication]
  /// Those by a person or to them.
  let introductions: [Introduction]
  let names: [Identifier: EntitySummary]

  /// Nil if there is no such record.
  init?(_ id: Identifier, in graph: StoredGraph) throws {
    guard let entity = try graph.entity(id) else { return nil }
    self.entity = entity
    me = try graph.me()
    related = try graph.related(to: id)
    interactions = try graph.interactions(with: id)
    applications = try entity.kind == .person ? graph.applications(involving: id) : graph.applications(at: id)
    introductions = try entity.kind == .person ? graph.introductions(about: id) : []
    let talkedTo = interactions.flatMap { $0.participants + ($0.event.map { [$0] } ?? []) }
    let ofApplications = applications.flatMap { [$0.company] + $0.involved.map(\.person) }
    let introduced = introductions.flatMap { [$0.connector, $0.person] }
    names = try graph.summaries(of: talkedTo + ofApplications + introduced)
  }

  /// The people of the introductions, the one of these details among them.
  var introductionNames: [Identifier: EntitySummary] {
    names.merging([entity.id: entity.summary]) { first, _ in first }
  }

  var isMe: Bool { me == entity.id }

  func name(of id: Identifier) -> String { id == entity.id ? entity.name : names[id]?.name ?? "?" }

  /// "to Ada Lovelace, made 2026-11-20", "through Grace Hopper, asked 2026-11-02"
  func words(_ introduction: Introduction) -> String {
    let isConnector = introduction.connector == entity.id
    let ends =
      isConnector ? "to \(name(of: introduction.person))" : "through \(name(of: introduction.connector))"
    return ends + (introduction.standing.isEmpty ? "" : ", " + introduction.standing)
  }

  /// The employments of a person, or of the people at a company, split by whether they last.
  func employments(today: PartialDate) -> (now: [RelatedEntity], before: [RelatedEntity]) {
    let all = related.filter { $0.relation.type == .worksFor }
    return (
      all.filter { !$0.relation.period.hasEnded(by: today) }, all.filter { $0.relation.period.hasEnded(by: today) }
    )
  }

  /// All that `text` means among `kinds`, the better matches if there are several sorts.
  /// - Throws: ``CommandError`` with exit 4 if it means nothing.
  static func matching(_ text: String, among kinds: Set<Entity.Kind>, in graph: StoredGraph) throws -> [RecordDetails] {
    if text == "me", kinds.contains(.person), let me = try graph.me() {
      return try [RecordDetails(me, in: graph)].compactMap { $0 }
    }
    var found = try graph.matches(text, among: kinds).best
    // Nothing found: the resolver says so, with the nearest names.
    if found.isEmpty { found = [try Resolver(graph: graph).one(text, among: kinds)] }
    return try found.compactMap { try RecordDetails($0.id, in: graph) }
  }
}

extension Period {
  /// Whether it was over by `day`, the day of its end included.
  func hasEnded(by day: PartialDate) -> Bool { endedAtUnknownDate || end.map { $0 <= day } ?? false }

  /// "since 2024-03", "2019 to 2024-02", "until 2024", "over"; nil where nothing is known.
  var phrase: String? {
    switch (start, end) {
    case (let start?, let end?): start == end ? start.description : "\(start) to \(end)"
    case (let start?, nil): endedAtUnknownDate ? "\(start) to an unknown date" : "since \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): endedAtUnknownDate ? "over" : nil
    }
  }
}
