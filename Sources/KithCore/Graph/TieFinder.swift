/// Finds everyone tied to a company, step by step over index probes.
public struct TieFinder {
  private let graph: any ContactGraph
  private let today: PartialDate

  public init(_ graph: any ContactGraph, today: PartialDate) {
    self.graph = graph
    self.today = today
  }

  /// - Throws: what the graph throws.
  public func ties(to company: EntitySummary) throws -> CompanyTies {
    let applications = try graph.applications(at: company.id)
    let me = try graph.me()
    var ties = TieCollection(excluding: me)
    let answer = CompanyTies(company: company, applications: applications, people: []).rejection?.date
    collectInvolvement(applications, into: &ties)
    let edges = try graph.relations(
      touching: [company.id], of: [.worksFor, .memberOf, .founded, .recruitsFor, .hosted, .organized])
    collectEmployment(edges, at: company.id, answer: answer, into: &ties)
    try collectEvents(edges, of: company.id, me: me, into: &ties)
    try collectIntroductions(into: &ties)
    return CompanyTies(company: company, applications: applications, people: try ties.ranked(in: graph))
  }

  private func collectInvolvement(_ applications: [JobApplication], into ties: inout TieCollection) {
    for application in applications {
      for involvement in application.involved {
        ties.add(
          Tie(
            involvement.role.tie, period: Period(start: involvement.date),
            detail: TieFinder.evidence(involvement, application),
            application: application.id),
          for: involvement.person)
      }
    }
  }

  /// "interviewer, Compiler engineer", with the day of applying where no day of theirs is known.
  private static func evidence(_ involvement: JobApplication.Involvement, _ application: JobApplication) -> String {
    let evidence = "\(involvement.role.phrase), \(application.position)"
    guard involvement.date == nil, let applied = application.appliedOn else { return evidence }
    return evidence + ", applied \(applied)"
  }

  private func collectEmployment(
    _ edges: [Relation], at company: Identifier, answer: PartialDate?, into ties: inout TieCollection
  ) {
    for edge in edges where edge.object == company {
      switch edge.type {
      case .worksFor, .memberOf, .founded:
        let isOver = edge.period.isOver(on: today)
        let kind: Tie.Kind =
          edge.type == .memberOf ? (isOver ? .wasMember : .isMember) : isOver ? .workedThere : .worksThereNow
        ties.add(
          Tie(
            kind, period: edge.period, detail: edge.title ?? (edge.type == .founded ? "founder" : nil),
            wasThereForAnswer: answer.flatMap { edge.period.contains($0) }),
          for: edge.subject)
      case .recruitsFor:
        ties.add(Tie(.recruitsForIt, period: edge.period, detail: edge.title), for: edge.subject)
      default: break
      }
    }
  }

  /// People I know who were at an event that the company held.
  private func collectEvents(
    _ edges: [Relation], of company: Identifier, me: Identifier?, into ties: inout TieCollection
  ) throws {
    let events = edges.filter { $0.subject == company && ($0.type == .hosted || $0.type == .organized) }.map(\.object)
    guard !events.isEmpty else { return }
    let known = try me.map { try acquaintances(of: $0) }
    let presence: Set<RelationType> = [.attended, .spokeAt, .organized]
    for edge in try graph.relations(touching: events, of: presence) where edge.subject != company {
      guard known?.contains(edge.subject) ?? true, let event = try graph.entity(edge.object) else { continue }
      ties.add(Tie(.metAtItsEvent, period: event.period, detail: event.name, via: event.summary), for: edge.subject)
    }
  }

  private func acquaintances(of me: Identifier) throws -> Set<Identifier> {
    let edges = try graph.relations(touching: [me], of: [.knows, .met, .introducedBy, .colleagueOf, .friendOf])
    return Set(edges.map { $0.subject == me ? $0.object : $0.subject })
  }

  private func collectIntroductions(into ties: inout TieCollection) throws {
    let above = Set(ties.people)
    for edge in try graph.relations(touching: ties.people, of: [.introducedBy]) where above.contains(edge.object) {
      guard let via = try graph.summary(of: edge.object) else { continue }
      ties.add(Tie(.introducedByThem, period: edge.period, detail: via.name, via: via), for: edge.subject)
    }
  }
}

extension JobApplication.Involvement.Role {
  /// By which tie somebody in this role is tied to the company.
  public var tie: Tie.Kind {
    switch self {
    case .interviewer: .interviewedMe
    case .hiringManager: .wasHiringManager
    case .recruiter, .contact: .recruitsForIt
    case .referrer: .referredMe
    }
  }

  public var phrase: String {
    self == .hiringManager ? "hiring manager" : rawValue
  }
}

/// Ties by person, in the order in which the people were first found.
private struct TieCollection {
  private(set) var people: [Identifier] = []
  private var ties: [Identifier: [Tie]] = [:]
  private let me: Identifier?

  init(excluding me: Identifier?) { self.me = me }

  mutating func add(_ tie: Tie, for person: Identifier) {
    guard person != me else { return }
    if ties[person] == nil { people.append(person) }
    ties[person, default: []].append(tie)
  }

  func ranked(in graph: any ContactGraph) throws -> [TiedPerson] {
    var ranked: [TiedPerson] = []
    for id in people {
      guard let summary = try graph.summary(of: id), summary.kind == .person else { continue }
      ranked.append(TiedPerson(person: summary, ties: (ties[id] ?? []).sorted(by: TieCollection.isBetter)))
    }
    return ranked.sorted { left, right in
      for (one, other) in zip(left.ties, right.ties) {
        if TieCollection.isBetter(one, other) { return true }
        if TieCollection.isBetter(other, one) { return false }
      }
      return (right.ties.count, left.person.name, left.person.id) < (
        left.ties.count, right.person.name, right.person.id
      )
    }
  }

  /// The stronger kind first, then the later.
  private static func isBetter(_ left: Tie, _ right: Tie) -> Bool {
    (left.kind.rank, -latest(left)) < (right.kind.rank, -latest(right))
  }

  private static func latest(_ tie: Tie) -> Int { (tie.period.end ?? tie.period.start)?.packed ?? 0 }
}
