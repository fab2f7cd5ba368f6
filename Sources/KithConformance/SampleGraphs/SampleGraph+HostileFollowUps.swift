import KithCore

extension SampleGraph {
  static var hostileFollowUps: [FollowUp] {
    let days = [CivilDay("0001-01-01"), CivilDay("9999-12-31"), nil]
    let states: [FollowUp.State] = [.open] + days.compactMap { $0.map { .done(on: $0) } }
    return HostileText.short.enumerated().map { index, text in
      FollowUp(
        id: id(6000 + UInt64(index)), .followUp, id(1000 + UInt64(index)), owedBy: index % 2 == 0 ? .me : .them,
        due: days[index % days.count], what: text, why: text, state: states[index % states.count], created: clock)
    }
  }

  static var hostileFeedback: [Feedback] {
    HostileText.short.enumerated().map { index, text in
      Feedback(
        id: id(7000 + UInt64(index)), giver: id(1000 + UInt64(index)), theme: text, text: text,
        steps: [Feedback.Step(.received), Feedback.Step(.acted, note: text)])
    }
  }

  /// The longest interval and days at both ends of the calendar.
  static var hostileKeepInTouch: [KeepInTouch] {
    guard let first = CivilDay("0001-01-01"), let last = CivilDay("9999-12-31"), let century = Interval(100, .years),
      let day = Interval(1, .days)
    else { return [] }
    return [
      KeepInTouch(id(1000), every: century, since: last, snoozedUntil: first),
      KeepInTouch(id(1001), every: day, since: first, snoozedUntil: last),
    ]
  }
}
