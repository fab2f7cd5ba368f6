import KithCore
import KithStore

/// What the graph knows of an application beside itself: who introduced you to its people, what was recorded before.
struct ProcessFacts {
  let graph: StoredGraph

  func finder(_ rules: RejectionRules, for application: JobApplication) throws -> ProposalFinder {
    ProposalFinder(
      rules: rules, me: try graph.me(), introductions: try introductions(to: application),
      settled: try settled(application))
  }

  private func introductions(to application: JobApplication) throws -> [ProposalFinder.Introduction] {
    let people = Set(application.involved.map(\.person))
    return try graph.relations(touching: application.involved.map(\.person), of: [.introducedBy])
      .filter { people.contains($0.subject) }
      .map { ProposalFinder.Introduction(of: $0.subject, by: $0.object) }
  }

  /// Follow-ups of this application, feedback on it, and intervals that were ever set, be it to be ignored.
  private func settled(_ application: JobApplication) throws -> Set<ProposalFinder.Settled> {
    var settled = Set<ProposalFinder.Settled>()
    for followUp in try graph.followUps(ofApplication: application.id) {
      guard let act = RejectionRule.Act.allCases.first(where: { $0.followUp == followUp.act }) else { continue }
      settled.insert(ProposalFinder.Settled(act, followUp.entity))
    }
    for feedback in try graph.feedback(onApplication: application.id) {
      settled.insert(ProposalFinder.Settled(.feedback, feedback.giver))
    }
    let introducers = try introductions(to: application).map(\.introducer)
    for entity in application.involved.map(\.person) + introducers + [application.company]
    where try graph.keepInTouch(with: entity) != nil {
      settled.insert(ProposalFinder.Settled(.keepInTouch, entity))
    }
    return settled
  }

  /// A company has one day from which to try again: that of another application is put off rather than doubled.
  func mergeTryAgain(into plan: inout EndingPlan) throws {
    guard let proposal = plan.proposals.first(where: { $0.act == .tryAgain }) else { return }
    let known = try graph.openFollowUps(with: proposal.entity).first { $0.act == .tryAgain }
    guard let known else { return }
    if let due = known.due, due >= proposal.due {
      plan.proposals.removeAll { $0 == proposal }
    } else {
      plan.postponed = known
    }
  }
}
