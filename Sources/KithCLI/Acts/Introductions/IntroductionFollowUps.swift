import KithCore
import KithStore

/// What is to be done between the steps of an introduction. Each follow-up has an id made of the introduction's and the
/// number of the step, so that it is found again whatever it says.
struct IntroductionFollowUps {
  let editor: StoreEditor
  let introduction: Introduction
  let names: (connector: String, person: String)
  let today: CivilDay

  private func id(of step: Int) -> Identifier { introduction.followUp(ofStep: step) }

  /// Settles what came of the steps before the last one.
  func settle(_ state: FollowUp.State, only act: FollowUp.Act? = nil) throws {
    for step in 0..<max(0, introduction.steps.count - 1) {
      guard let open = try editor.graph.followUp(id(of: step)), open.isOpen, act == nil || open.act == act else {
        continue
      }
      try editor.setState(state, ofFollowUp: open.id)
    }
  }

  /// Records what the last step asks for next; returns how the line ends that says so.
  func addNext() throws -> String {
    guard let step = introduction.steps.last, let next = next(after: step) else { return "" }
    let day = max(WorkWeek.standard.day(next.days, after: step.date.flatMap { CivilDay($0) } ?? today), today)
    let followUp = FollowUp(
      id: id(of: introduction.steps.count - 1), next.act, next.entity, owedBy: next.owedBy, due: day, what: next.what,
      why: step.kind.rawValue + (step.date.map { " on \($0)" } ?? ""), application: introduction.application,
      created: editor.now)
    try editor.save(followUp)
    return "; \(next.words) by \(day)"
  }

  private struct Next {
    let act: FollowUp.Act
    let entity: Identifier
    var owedBy = FollowUp.Party.me
    /// Working days.
    let days: Int
    let what: String
    let words: String
  }

  private func next(after step: Introduction.Step) -> Next? {
    let (connector, person) = names
    switch (step.kind, step.by) {
    case (.asked, _):
      return Next(
        act: .followUp, entity: introduction.connector, days: 5, what: "the introduction to \(person)",
        words: "remind them")
    case (.agreed, .connector):
      return Next(
        act: .followUp, entity: introduction.connector, owedBy: .them, days: 5, what: "the introduction to \(person)",
        words: "to hear of it")
    case (.made, _):
      return Next(
        act: .followUp, entity: introduction.person, days: 2, what: "\(connector) introduced you",
        words: "write to \(person)")
    case (.met, _) where !introduction.has(.thanked):
      return Next(
        act: .thank, entity: introduction.connector, days: 1, what: "for the introduction to \(person)",
        words: "thank \(connector)")
    default: return nil
    }
  }
}
