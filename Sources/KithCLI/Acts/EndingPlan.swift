import KithCore
import KithStore

/// How an application ends, and what is to be done then; recorded as one.
struct EndingPlan {
  let company: EntitySummary
  let before: JobApplication
  let after: JobApplication
  /// "Compiler engineer at Analytical Engines: rejected after onsite on 2026-11-02"
  let sentence: String
  var proposals: [Proposal] = []
  /// Of everyone whom the proposals name.
  var names: [Identifier: String] = [:]
  /// The company's earlier day from which to try again, which the proposed one replaces.
  var postponed: FollowUp?

  /// The sentence with how many things are to be done.
  var line: String {
    let intervals = proposals.filter { $0.act == .keepInTouch }.count
    let followUps = proposals.count - intervals
    let parts = [(followUps, "follow-up"), (intervals, "interval of touch")].filter { $0.0 > 0 }.map { count, word in
      "\(count) \(count == 1 ? word : word == "follow-up" ? "follow-ups" : "intervals of touch")"
    }
    return ([sentence] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")])).joined(separator: "; ")
  }

  /// The people and the company for whom something is proposed, in order.
  var entities: [Identifier] {
    var seen = Set<Identifier>()
    return proposals.map(\.entity).filter { seen.insert($0).inserted }
  }

  func proposals(for entity: Identifier) -> [Proposal] { proposals.filter { $0.entity == entity } }

  /// Why it is for them; empty for the company.
  func grounds(of proposal: Proposal) -> String {
    proposal.role == .company ? "" : proposal.grounds(introduced: proposal.introduced.flatMap { names[$0] })
  }

  func keeping(_ entities: Set<Identifier>) -> EndingPlan {
    var kept = self
    kept.proposals.removeAll { !entities.contains($0.entity) }
    return kept
  }

  func record(_ editor: StoreEditor) throws {
    guard try editor.graph.application(before.id) == before else {
      throw CommandError("the application was changed meanwhile; nothing was recorded", hint: "try again")
    }
    try editor.save(after)
    for proposal in proposals {
      switch proposal.matter {
      case .followUp(let act, let due): try editor.save(followUp(proposal, act, due, editor))
      case .keepInTouch(let every, let since):
        try editor.save(KeepInTouch(proposal.entity, every: every, since: since))
      }
    }
  }

  private func followUp(
    _ proposal: Proposal, _ act: FollowUp.Act, _ due: CivilDay, _ editor: StoreEditor
  ) -> FollowUp {
    let why = [sentence, grounds(of: proposal)].filter { !$0.isEmpty }.joined(separator: "; ")
    let earlier = act == .tryAgain ? postponed : nil
    return FollowUp(
      id: earlier?.id ?? editor.identifiers.next(), act, proposal.entity, due: due, what: earlier?.what ?? "", why: why,
      application: after.id, created: earlier?.created ?? editor.now)
  }
}
