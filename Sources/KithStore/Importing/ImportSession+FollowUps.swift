import KithCore

extension ImportSession {
  func take(_ followUp: FollowUp) throws -> Bool {
    guard let entity = try place(of: followUp.entity) else {
      return wait("dangling-follow-up", "a follow-up is with nobody in the file or the store")
    }
    guard entity.kind != .event else { return leaveOut("a follow-up is with an event") }
    let event = try followUp.event.flatMap { try place(of: $0) }
    let ends = StoreEditor.FollowUpEnds(
      entity: entity.row, application: try followUp.application.flatMap(applicationRow),
      event: event?.kind == .event ? event?.row : nil, interaction: try followUp.interaction.flatMap(interactionRow))
    let isWhole =
      (ends.application == nil) == (followUp.application == nil) && (ends.event == nil) == (followUp.event == nil)
      && (ends.interaction == nil) == (followUp.interaction == nil)
    guard isAtEnd || isWhole else { return false }
    if !isWhole { lose("follow-up-in-part", "a follow-up names records that are neither in the file nor in the store") }
    if try editor.save(followUp, ends) { result.followUps += 1 }
    return true
  }

  private func interactionRow(_ id: Identifier) throws -> Int64? {
    if let bulk, !bulk.hasIndexedInteractions {
      // A backup finds nobody by keys; its entities have come by now.
      if matching == .identity { try dropKeys() }
      try bulk.indexInteractions()
    }
    return try editor.interactionRow(id)
  }

  func take(_ feedback: Feedback) throws -> Bool {
    guard let giver = try place(of: feedback.giver) else {
      return wait("dangling-feedback", "feedback comes from nobody in the file or the store")
    }
    guard giver.kind == .person else { return leaveOut("feedback comes from something that is no person") }
    let application = try feedback.application.flatMap(applicationRow)
    if application == nil, feedback.application != nil {
      guard isAtEnd else { return false }
      lose("feedback-in-part", "feedback names an application that is neither in the file nor in the store")
    }
    if try editor.save(feedback, giver: giver.row, application: application) { result.feedback += 1 }
    return true
  }

  func take(_ introduction: Introduction) throws -> Bool {
    guard let connector = try place(of: introduction.connector), let person = try place(of: introduction.person) else {
      return wait("dangling-introduction", "an introduction names somebody who is neither in the file nor in the store")
    }
    guard connector.kind == .person, person.kind == .person else {
      return leaveOut("an introduction names something that is no person")
    }
    if connector.row == person.row, introduction.connector != introduction.person { return true }
    let application = try introduction.application.flatMap(applicationRow)
    if application == nil, introduction.application != nil {
      guard isAtEnd else { return false }
      lose("introduction-in-part", "an introduction names an application that is neither in the file nor in the store")
    }
    let ends = StoreEditor.IntroductionEnds(connector: connector.row, person: person.row, application: application)
    if try editor.save(introduction, ends) { result.introductions += 1 }
    return true
  }

  func take(_ kept: KeepInTouch) throws -> Bool {
    guard let entity = try place(of: kept.entity) else {
      return wait("dangling-interval", "touch is kept with nobody in the file or the store")
    }
    guard entity.kind != .event else { return leaveOut("touch is kept with an event") }
    if try editor.save(kept, entity: entity.row) { result.keepInTouch += 1 }
    return true
  }

  private func leaveOut(_ message: String) -> Bool {
    skip("wrong-kind", message)
    return true
  }
}
