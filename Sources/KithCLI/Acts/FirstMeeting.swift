import KithCore

/// How you and somebody met: when, where, through whom.
struct FirstMeeting {
  let phrase: String?

  init(_ details: RecordDetails) {
    let met = details.related.filter { $0.relation.type == .met && $0.other.id == details.me }
    let date = met.compactMap(\.relation.period.start).min()
    let first = details.interactions.last { $0.event != nil && (date == nil || $0.date == date) }
    let introducers = details.related.filter { $0.relation.type == .introducedBy && $0.isSubject }.map(\.other.name)
    let parts = [
      date?.description, first?.event.map { "at \(details.name(of: $0))" },
      introducers.isEmpty ? nil : "introduced by \(introducers.joined(separator: " and "))",
    ]
    let isKnown = !met.isEmpty || !introducers.isEmpty
    phrase = isKnown ? parts.compactMap { $0 }.joined(separator: ", ") : nil
  }
}
