import KithCore

extension SampleGraph {
  /// Every act once, in every state, with and without what it may name.
  static var followUps: [FollowUp] {
    guard let day = CivilDay("2026-11-03"), let later = CivilDay("2027-02-28") else { return [] }
    let states: [FollowUp.State] = [.open, .done(on: day), .skipped(on: later)]
    let plain = FollowUp.Act.allCases.enumerated().map { index, act in
      FollowUp(
        id: id(300 + UInt64(index)), act, id([2, 4, 6][index % 3]), due: index == 4 ? nil : day + index,
        state: states[index % 3], created: clock)
    }
    return plain + [
      FollowUp(
        id: id(320), .keepPromise, id(3), owedBy: .them, due: later, what: "the table of\nBernoulli numbers",
        why: "promised \"soon\" & more", application: id(201), event: id(8), interaction: id(102), created: clock)
    ]
  }

  static var feedback: [Feedback] {
    typealias Step = Feedback.Step
    let asked = Step(.asked, on: PartialDate("2026-11-05"))
    let received = Step(.received, on: PartialDate("2026-11"))
    return [
      Feedback(id: id(400), giver: id(3)), Feedback(id: id(401), giver: id(3), application: id(201), steps: [asked]),
      Feedback(id: id(402), giver: id(10), steps: [asked, Step(.declined, note: "not allowed to")]),
      Feedback(
        id: id(403), giver: id(2), theme: "communication", text: "Talk through trade-offs aloud", steps: [received]),
      Feedback(
        id: id(404), giver: id(2), application: id(201), theme: "depth", text: "More systems,\nless poetry",
        steps: [asked, received, Step(.acted, on: PartialDate("2027"), note: "read on <engines> & mills")]),
      Feedback(
        id: id(405), giver: id(11), theme: "", text: "声に出して",
        steps: [received, Step(.acted), Step(.reportedBack, on: PartialDate("2027-01-31"))]),
    ]
  }

  /// An interval in each unit; one snoozed, one ignored.
  static var keepInTouch: [KeepInTouch] {
    guard let since = CivilDay("2026-10-31"), let until = CivilDay("2027-06-01") else { return [] }
    let people: [(UInt64, Int, Interval.Unit)] = [
      (2, 45, .days), (3, 6, .weeks), (10, 4, .months), (4, 1, .years), (6, 100, .years),
    ]
    var kept = people.compactMap { number, count, unit in
      Interval(count, unit).map { KeepInTouch(id(number), every: $0, since: since) }
    }
    kept[1].snoozedUntil = until
    kept[3].isIgnored = true
    return kept
  }
}
