import KithCore
import KithStore

/// How often to be in touch with somebody: said, put off, ignored or forgotten.
struct TouchInterval {
  let reference: String
  let today: CivilDay

  static let kinds: Set<Entity.Kind> = [.person, .company, .organization]

  func track(every: Interval, since told: CivilDay?, _ editor: StoreEditor) throws -> String {
    let who = try find(in: editor.graph)
    let old = try editor.graph.keepInTouch(with: who.id)
    let last = try told ?? TouchInterval.lastTouch(with: who.id, by: today, in: editor.graph)
    let since = [last, told == nil ? old?.since : nil].compactMap { $0 }.max() ?? today
    let kept = KeepInTouch(
      who.id, every: every, since: since, snoozedUntil: old?.snoozedUntil.flatMap { $0 > today ? $0 : nil })
    try editor.save(kept)
    return "\(who.name): every \(every), \(last == nil ? "from" : "last touch on") \(since)\(TouchInterval.next(kept))"
  }

  func snooze(until day: CivilDay, _ editor: StoreEditor) throws -> String {
    var kept = try kept(in: editor.graph)
    kept.value.snoozedUntil = day
    try editor.save(kept.value)
    return "\(kept.who.name): not before \(day), every \(kept.value.every)\(TouchInterval.next(kept.value))"
  }

  func ignore(_ editor: StoreEditor) throws -> String {
    let who = try find(in: editor.graph)
    guard let every = Interval(1, .years) else { return "" }
    var kept = try editor.graph.keepInTouch(with: who.id) ?? KeepInTouch(who.id, every: every, since: today)
    if kept.isIgnored { return "\(who.name): ignored already" }
    kept.isIgnored = true
    try editor.save(kept)
    return "\(who.name): ignored, never due"
  }

  func untrack(_ editor: StoreEditor) throws -> String {
    let who = try find(in: editor.graph)
    guard try editor.deleteKeepInTouch(with: who.id) else { throw notKept(who) }
    return "\(who.name): no interval is kept any more"
  }

  /// "next with Ada Lovelace by 2027-01-04 (every 6w)", where their interval has just begun anew.
  static func next(with who: EntitySummary, since day: PartialDate, in graph: StoredGraph) throws -> String? {
    guard let kept = try graph.keepInTouch(with: who.id), kept.since.date == day, let due = kept.due else { return nil }
    return "next with \(who.name) by \(due) (every \(kept.every))"
  }

  private func find(in graph: StoredGraph) throws -> EntitySummary {
    let resolver = Resolver(graph: graph)
    if try !graph.matches(reference, among: [.person]).best.isEmpty { return try resolver.one(reference, .person) }
    return try resolver.one(reference, .person, .company, .organization)
  }

  private func kept(in graph: StoredGraph) throws -> (who: EntitySummary, value: KeepInTouch) {
    let who = try find(in: graph)
    guard let kept = try graph.keepInTouch(with: who.id), !kept.isIgnored else { throw notKept(who) }
    return (who, kept)
  }

  private func notKept(_ who: EntitySummary) -> CommandError {
    let name = TerminalText.cleaned(who.name)
    return CommandError(
      "no interval is kept for \(name)", hint: "kith track \"\(name)\" --every 6w sets one", code: .notFound)
  }

  private static func next(_ kept: KeepInTouch) -> String { kept.due.map { ", next \($0)" } ?? "" }

  /// The day of the last thing that happened with somebody by `day`, among the latest that are dated.
  private static func lastTouch(with id: Identifier, by day: CivilDay, in graph: StoredGraph) throws -> CivilDay? {
    try graph.interactions(with: id, limit: 50).compactMap { CivilDay($0.date) }.first { $0 <= day }
  }
}
