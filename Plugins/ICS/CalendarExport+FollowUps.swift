import KithCore

extension CalendarExport {
  private var writesToDosAsEvents: Bool { context.options["todos"] == "event" }

  func writeFollowUps() throws { try graph.forEachFollowUp { try write($0) } }

  /// A renewal that has a day is an event; anything else is a to-do, unless the options say otherwise.
  private func write(_ followUp: FollowUp) throws {
    guard let due = followUp.due, writesToDosAsEvents || followUp.act == .renew else {
      return try writeToDo(followUp)
    }
    // A calendar keeps no two sorts of entry under one UID.
    let uid = followUp.act == .renew ? followUp.id.description : "\(followUp.id)-day"
    try entry(.event, uid: uid, of: followUp.id, revised: nil, known: followUp.lastKnown) {
      try writeMatter(followUp)
      try writeDays(due)
      try lines.fixed(followUp.state.word == "skipped" ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
    }
  }

  private func writeToDo(_ followUp: FollowUp) throws {
    try entry(.toDo, uid: followUp.id.description, of: followUp.id, revised: nil, known: followUp.lastKnown) {
      try writeMatter(followUp)
      if let due = followUp.due { try lines.plain("DUE;VALUE=DATE", CalendarText.day(due)) }
      switch followUp.state {
      case .open: try lines.fixed("STATUS:NEEDS-ACTION")
      case .skipped: try lines.fixed("STATUS:CANCELLED")
      case .done(let day):
        try lines.fixed("STATUS:COMPLETED")
        try lines.fixed("PERCENT-COMPLETE:100")
        try lines.plain("COMPLETED", CalendarText.moment(CalendarText.noon(of: day)))
      }
    }
  }

  private func writeMatter(_ followUp: FollowUp) throws {
    try lines.plain("CREATED", CalendarText.moment(followUp.created))
    try lines.text("SUMMARY", followUp.title(with: try name(followUp.entity, "somebody")))
    try lines.plain("CATEGORIES", followUp.act.rawValue)
    let event = try followUp.event.map { "at " + (try name($0, "an event")) } ?? ""
    try writeDescription([followUp.why, event])
  }

  func writeIntervals() throws { try graph.forEachKeepInTouch { try write($0) } }

  /// What is ignored is written too, as cancelled: a calendar that had it learns so.
  private func write(_ kept: KeepInTouch) throws {
    let name = try name(kept.entity, "somebody")
    let asEvent = writesToDosAsEvents && kept.due != nil
    let uid = "\(kept.entity)-keep-in-touch" + (writesToDosAsEvents ? "-day" : "")
    let known = CalendarText.noon(of: kept.since)
    try entry(asEvent ? .event : .toDo, uid: uid, of: kept.entity, revised: nil, known: known) {
      try lines.text("SUMMARY", "Get in touch with \(name)")
      try lines.plain("CATEGORIES", FollowUp.Act.keepInTouch.rawValue)
      try writeDescription(["every \(kept.every), last on \(kept.since)"])
      if asEvent, let due = kept.due {
        try writeDays(due)
      } else {
        if let due = kept.due { try lines.plain("DUE;VALUE=DATE", CalendarText.day(due)) }
        try lines.fixed(kept.isIgnored ? "STATUS:CANCELLED" : "STATUS:NEEDS-ACTION")
      }
    }
  }
}

extension FollowUp {
  /// When it was made or settled.
  fileprivate var lastKnown: Timestamp { max(created, state.day.map { CalendarText.noon(of: $0) } ?? created) }

  /// "Thank Ada Lovelace", with what is to be said or done behind a colon.
  fileprivate func title(with name: String) -> String {
    let title = owedBy == .me ? act.title(with: name) : act.expectation(of: name)
    return what.isEmpty ? title : "\(title): \(what)"
  }
}

extension FollowUp.Act {
  fileprivate func title(with name: String) -> String {
    switch self {
    case .thank: "Thank \(name)"
    case .askFeedback: "Ask \(name) for feedback"
    case .tellNews: "Tell \(name) the news"
    case .reportBack: "Report back to \(name)"
    case .keepInTouch: "Get in touch with \(name)"
    case .tryAgain: "Try again at \(name)"
    case .followUp: "Follow up with \(name)"
    case .renew: "Renew \(name)"
    case .keepPromise: "Keep the promise to \(name)"
    }
  }

  /// The same where it is theirs to do.
  fileprivate func expectation(of name: String) -> String {
    self == .keepPromise ? "\(name) promised" : "\(name) is to \(words)"
  }

  private var words: String {
    switch self {
    case .thank: "thank"
    case .askFeedback: "ask for feedback"
    case .tellNews: "tell the news"
    case .reportBack: "report back"
    case .keepInTouch: "get in touch"
    case .tryAgain: "try again"
    case .followUp: "follow up"
    case .renew: "renew"
    case .keepPromise: "keep the promise"
    }
  }
}
