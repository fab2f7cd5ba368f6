import KithCore
import KithStore

/// One thing to do: a follow-up, or to be in touch again.
struct OpenAct {
  let entity: EntitySummary
  let matter: DueItem.Matter
  let facts: DueFacts
  let rank: DueRank
  /// Whether it came of an application that ended in a no.
  let isOfRejection: Bool

  init(_ candidate: DueCandidate, today: CivilDay) {
    entity = candidate.item.entity
    matter = candidate.item.matter
    facts = candidate.facts
    rank = DueRank(facts, on: today)
    isOfRejection = candidate.isOfRejection
  }

  init(_ followUp: FollowUp, _ entity: EntitySummary, today: CivilDay) {
    self.entity = entity
    matter = .followUp(followUp)
    facts = DueFacts(followUp.act, owedBy: followUp.owedBy, due: followUp.due)
    rank = DueRank(facts, on: today)
    isOfRejection = false
  }

  init(_ kept: KeepInTouch, _ entity: EntitySummary, today: CivilDay) {
    self.entity = entity
    matter = .keepInTouch(kept)
    facts = DueFacts(.keepInTouch, due: kept.due, every: kept.every, since: kept.since)
    rank = DueRank(facts, on: today)
    isOfRejection = false
  }

  var followUp: FollowUp? { if case .followUp(let followUp) = matter { followUp } else { nil } }
  var keepInTouch: KeepInTouch? { if case .keepInTouch(let kept) = matter { kept } else { nil } }

  /// What `done` and `skip` take: the follow-up's id, or that of the one to keep in touch with.
  var id: Identifier { followUp?.id ?? entity.id }

  /// "thank Ada Lovelace: for the tea", "keep in touch with Grace Hopper, every 6w since 2026-09-01"
  var sentence: String {
    if let kept = keepInTouch { return ActWords.sentence(.keepInTouch, entity.name) + ", \(kept.cadence)" }
    let what = followUp?.what ?? ""
    guard facts.owedBy == .me else {
      return "\(entity.name) owes you: " + (what.isEmpty ? ActWords.phrase(facts.act) : what)
    }
    return ActWords.sentence(facts.act, entity.name) + (what.isEmpty ? "" : ": \(what)")
  }

  /// The same without the name.
  var deed: String {
    if let kept = keepInTouch { return "keep in touch, \(kept.cadence)" }
    let what = followUp?.what ?? ""
    if facts.act == .keepPromise, !what.isEmpty { return what }
    return ActWords.phrase(facts.act) + (what.isEmpty ? "" : ": \(what)")
  }

  /// "today", "3 days late", "2026-12-01"
  func when(_ today: CivilDay) -> String {
    guard let due = facts.due else { return "no date" }
    if due == today { return "today" }
    return due > today ? due.description : OpenAct.days(rank.daysLate) + " late"
  }

  /// "1 day", "14 days"
  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension KeepInTouch {
  fileprivate var cadence: String { "every \(every) since \(since)" }
}
