import KithCore
import KithStore

/// Your membership of an organization, with the day on which it has to be renewed.
struct Membership {
  let organization: EntitySummary
  /// The one that lasts; nil if you are no member.
  let relation: Relation?
  /// What is open about its renewal: the renewal itself, and what reminds of it.
  let renewals: [FollowUp]
  let reminders: [FollowUp]

  init(_ organization: EntitySummary, in graph: StoredGraph, today: CivilDay) throws {
    self.organization = organization
    let me = try graph.me()
    relation = try graph.relations(touching: [organization.id], of: [.memberOf]).first {
      $0.subject == me && !$0.period.hasEnded(by: today.date)
    }
    let open = try graph.openFollowUps(with: organization.id)
    renewals = open.filter { $0.act == .renew }
    reminders = open.filter { $0.act == .followUp && $0.why == Membership.reason }
  }

  /// By which a reminder is known again.
  static let reason = "membership"

  var due: CivilDay? { renewals.compactMap(\.due).first }

  var facts: [(label: StaticString, value: String)] {
    var facts: [(label: StaticString, value: String)] = []
    if let relation {
      let words = [relation.title ?? "member", relation.period.phrase].compactMap { $0 }
      facts.append(("role", words.joined(separator: ", ")))
    }
    if let due { facts.append(("renewal", due.description)) }
    return facts
  }
}

/// Joins an organization, or renews the membership.
struct RenewMembership {
  let organization: String
  /// Nil where it is not said.
  var role: String?
  var since: PartialDate?
  /// When it has to be renewed next.
  var until: CivilDay?
  /// How many days before that to be reminded.
  let reminderDays: Int
  let today: CivilDay

  func join(_ editor: StoreEditor) throws -> String {
    var telling = Telling(editor)
    let place = try telling.organization(organization)
    let me = try editor.requireMe()
    let membership = try Membership(place, in: editor.graph, today: today)
    let old = membership.relation
    let joined = Relation(
      me, .memberOf, place.id, title: role ?? old?.title, units: old?.units ?? [],
      period: Period(start: since ?? old?.period.start, end: old?.period.end))
    if let old { try editor.replace(old, by: joined) } else { try editor.insert(joined) }
    var line = "\(old == nil ? "member" : "still a member") of \(place.name)" + (joined.title.map { " as \($0)" } ?? "")
    if let since = joined.period.start { line += " since \(since)" }
    if let until { line += "; " + (try plan(until, membership, editor)) }
    return line + telling.sentence
  }

  /// Without a day it is a year after the last one.
  func renew(_ editor: StoreEditor) throws -> String {
    let place = try Resolver(graph: editor.graph).one(organization, .organization, .company)
    let membership = try Membership(place, in: editor.graph, today: today)
    guard membership.relation != nil else {
      throw CommandError(
        "you are no member of \(place.name), as far as is known", hint: "kith org join records it", code: .notFound)
    }
    guard let day = until ?? membership.due?.adding(months: 12) else {
      throw CommandError(
        "nobody said until when \(place.name) is renewed", hint: "--until 2027-01-31 says so", code: .usage)
    }
    return "\(place.name): " + (try plan(day, membership, editor))
  }

  /// What was open about the renewal is done; the next one is open.
  private func plan(_ day: CivilDay, _ membership: Membership, _ editor: StoreEditor) throws -> String {
    guard day > today else {
      throw CommandError("\(day) is not after today: it is the day of the next renewal", code: .usage)
    }
    for old in membership.renewals + membership.reminders {
      try editor.setState(.done(on: today), ofFollowUp: old.id)
    }
    let name = membership.organization.name
    try editor.save(
      FollowUp(
        id: editor.identifiers.next(), .renew, membership.organization.id, due: day,
        what: "renew the membership of \(name)", why: Membership.reason, created: editor.now))
    let before = max(today, day + -reminderDays)
    try editor.save(
      FollowUp(
        id: editor.identifiers.next(), .followUp, membership.organization.id, due: before,
        what: "the membership of \(name) ends on \(day)", why: Membership.reason, created: editor.now))
    return "to be renewed on \(day), reminder on \(before)"
  }
}
