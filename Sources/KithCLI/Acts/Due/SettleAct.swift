import KithCore
import KithStore

/// Says of one thing to do that it is done, or that it is left out.
struct SettleAct {
  var day: CivilDay
  /// How it was done, if that is to be an interaction.
  var channel: String?
  var note: String?

  func done(_ act: OpenAct, _ editor: StoreEditor) throws -> String {
    switch act.matter {
    case .followUp(let followUp): try done(followUp, act.sentence, editor)
    case .keepInTouch(let kept): try inTouch(kept, act.entity, editor)
    }
  }

  private func done(_ followUp: FollowUp, _ sentence: String, _ editor: StoreEditor) throws -> String {
    var settled = followUp
    settled.state = .done(on: day)
    if channel != nil {
      settled.interaction = try log(with: followUp.entity, about: note ?? followUp.what, followUp, editor)
    } else if let note {
      settled.what += (settled.what.isEmpty ? "" : "; ") + note
    }
    try editor.save(settled)
    if followUp.act == .reportBack { try reportBack(to: followUp.entity, editor) }
    return "done on \(day): \(sentence)" + logged
  }

  /// Whoever gave the advice knows now what came of it.
  private func reportBack(to giver: Identifier, _ editor: StoreEditor) throws {
    for var feedback in try editor.graph.feedback(from: giver) where feedback.state == .acted {
      feedback.steps.append(Feedback.Step(.reportedBack, on: day.date))
      try editor.save(feedback)
    }
  }

  private var logged: String { channel.map { "; logged \($0)" } ?? "" }

  private func log(
    with entity: Identifier, about summary: String, _ followUp: FollowUp?, _ editor: StoreEditor
  ) throws -> Identifier {
    let id = editor.identifiers.next()
    try editor.insert(
      Interaction(
        id: id, date: day.date, channel: channel ?? "", participants: [entity], summary: summary,
        event: followUp?.event, application: followUp?.application))
    return id
  }

  /// What happened restarts the interval by itself; without it, the day does.
  private func inTouch(_ kept: KeepInTouch, _ entity: EntitySummary, _ editor: StoreEditor) throws -> String {
    guard note == nil || channel != nil else {
      throw CommandError(
        "a note needs something that it is of", hint: "--by call says how you were in touch", code: .usage)
    }
    guard day >= kept.since else {
      throw CommandError(
        "the interval counts from \(kept.since) already, which is after \(day)",
        hint: "kith log records what happened before")
    }
    if channel != nil { _ = try log(with: entity.id, about: note ?? "", nil, editor) }
    var restarted = kept
    restarted.since = day
    restarted.snoozedUntil = kept.snoozedUntil.flatMap { $0 > day ? $0 : nil }
    try editor.save(restarted)
    return "in touch with \(entity.name) on \(day)\(logged)" + SettleAct.next(restarted)
  }

  /// A follow-up is over. An interval goes on, with the last touch where it was: the next one comes an interval from now.
  func skipped(_ act: OpenAct, _ editor: StoreEditor) throws -> String {
    switch act.matter {
    case .followUp(let followUp):
      try editor.setState(.skipped(on: day), ofFollowUp: followUp.id)
      return "skipped: \(act.sentence)"
    case .keepInTouch(var kept):
      kept.snoozedUntil = kept.every.after(max(day, kept.due ?? day))
      try editor.save(kept)
      return "skipped: \(ActWords.sentence(.keepInTouch, act.entity.name))" + SettleAct.next(kept)
    }
  }

  private static func next(_ kept: KeepInTouch) -> String { kept.due.map { "; next on \($0)" } ?? "" }
}
