import KithCore
import KithStore

/// Prints what became of the people met: counts and names.
struct MeetingReviewOutput {
  let review: MeetingReview
  /// What else is to be said of an organization: a label and a value each.
  var facts: [(label: StaticString, value: String)] = []

  func write(_ format: CardFormat, _ terminal: Terminal, to output: OutputSink) throws {
    switch format {
    case .table: try card(terminal).write(to: output)
    case .json: try writeJSON(output)
    }
    try output.flush()
  }

  private func card(_ terminal: Terminal) -> Card {
    var card = Card(review.subject.name, terminal: terminal)
    for fact in facts { card.add("\(fact.label)", fact.value) }
    card.add("met", names { _ in true })
    guard !review.outcomes.isEmpty else { return card }
    card.add("followed up", "\(share { $0.followedUp == .inTime }) within two days\(list { $0.followedUp == .inTime })")
    for (label, state) in [("later", MeetingOutcome.FollowUp.later), ("still time", .pending), ("not", .no)] {
      if review.outcomes.contains(where: { $0.followedUp == state }) {
        card.add(label, names { $0.followedUp == state })
      }
    }
    card.add("spoke again", share { $0.spokeAgain != nil } + list { $0.spokeAgain != nil })
    card.add("referral", share { $0.referral != nil } + list { $0.referral != nil })
    card.add("application", share { $0.application != nil } + list { $0.application != nil })
    return card
  }

  private func share(_ isMeant: (MeetingOutcome) -> Bool) -> String {
    "\(review.outcomes.count(where: isMeant)) of \(review.outcomes.count)"
  }

  private func list(_ isMeant: (MeetingOutcome) -> Bool) -> String {
    let names = review.outcomes.filter(isMeant).map(\.person.name)
    return names.isEmpty ? "" : ": " + names.joined(separator: ", ")
  }

  private func names(_ isMeant: (MeetingOutcome) -> Bool) -> String {
    "\(review.outcomes.count(where: isMeant))" + list(isMeant)
  }

  private func writeJSON(_ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.members(of: review.subject)
    for fact in facts { try json.text(fact.label, fact.value) }
    try writeCounts(to: &json)
    try json.array("people", review.outcomes) {
      try $1.members(of: $0.person)
      try $1.text("met", $0.met.description)
      try $1.text("followedUp", $0.followedUp.rawValue)
      try $1.text("spokeAgain", $0.spokeAgain?.description)
      try $1.text("referral", $0.referral?.description)
      try $1.text("application", $0.application?.description)
    }
    try json.endObject()
    try json.endLine()
  }

  private func writeCounts(to json: inout JSONWriter) throws {
    let outcomes = review.outcomes
    let counts: [(StaticString, Int)] = [
      ("metCount", outcomes.count), ("inTimeCount", outcomes.count { $0.followedUp == .inTime }),
      ("pendingCount", outcomes.count { $0.followedUp == .pending }),
      ("spokeAgainCount", outcomes.count { $0.spokeAgain != nil }),
      ("referralCount", outcomes.count { $0.referral != nil }),
      ("applicationCount", outcomes.count { $0.application != nil }),
    ]
    for (name, count) in counts {
      try json.key(name)
      try json.number(count)
    }
  }
}
