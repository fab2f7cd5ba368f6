import KithCore
import KithStore

/// What became of the people met at an event, or through an organization.
struct MeetingReview {
  let subject: EntitySummary
  /// In the order in which they were met.
  let outcomes: [MeetingOutcome]

  private struct Meeting {
    let person: Identifier
    let date: PartialDate
    let event: Identifier?
  }

  /// - Throws: what the graph throws.
  init(of event: EntitySummary, in graph: StoredGraph, today: CivilDay) throws {
    subject = event
    outcomes = try MeetingReview.outcomes(of: try MeetingReview.meetings(at: event.id, in: graph), graph, today)
  }

  /// The members whom you met, and those whom you met at the organization's events.
  init(through organization: EntitySummary, in graph: StoredGraph, today: CivilDay) throws {
    subject = organization
    let me = try graph.me()
    var meetings: [Meeting] = []
    for tie in try graph.related(to: organization.id) {
      switch tie.relation.type {
      case .hosted, .organized, .partOf:
        if tie.other.kind == .event { meetings += try MeetingReview.meetings(at: tie.other.id, in: graph) }
      case .memberOf where !tie.isSubject && tie.other.id != me:
        let first = try graph.interactions(with: tie.other.id).filter { $0.date.isComplete }.last
        if let first { meetings.append(Meeting(person: tie.other.id, date: first.date, event: first.event)) }
      default: break
      }
    }
    outcomes = try MeetingReview.outcomes(of: meetings, graph, today)
  }

  private static func meetings(at event: Identifier, in graph: StoredGraph) throws -> [Meeting] {
    let me = try graph.me()
    return try graph.interactions(with: event).reversed().filter { $0.event == event }.flatMap { interaction in
      interaction.participants.filter { $0 != me }
        .map { Meeting(person: $0, date: interaction.date, event: event) }
    }
  }

  /// Everybody once, since they were first met.
  private static func outcomes(
    of meetings: [Meeting], _ graph: StoredGraph, _ today: CivilDay
  ) throws -> [MeetingOutcome] {
    var seen = Set<Identifier>()
    let first = meetings.sorted { $0.date < $1.date }.filter { seen.insert($0.person).inserted }
    let events = Set(first.compactMap(\.event))
    let done = try settled(after: events, in: graph)
    return try first.compactMap { meeting in
      guard let person = try graph.summary(of: meeting.person), person.kind == .person else { return nil }
      return MeetingOutcome(
        person, met: meeting.date, at: meeting.event, interactions: try graph.interactions(with: person.id),
        settled: done[person.id] ?? [], applications: try graph.applications(involving: person.id), today: today)
    }
  }

  /// The days on which you did what was to be done because of the events, by person.
  private static func settled(
    after events: Set<Identifier>, in graph: StoredGraph
  ) throws -> [Identifier: [CivilDay]] {
    var days: [Identifier: [CivilDay]] = [:]
    for event in events {
      for followUp in try graph.followUps(ofEvent: event) where followUp.owedBy == .me {
        if case .done(let day) = followUp.state { days[followUp.entity, default: []].append(day) }
      }
    }
    return days
  }
}
