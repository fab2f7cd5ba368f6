import KithCore
import KithStore

/// Works out how an application ends and what the rules propose then.
struct EndApplication {
  var company: String
  var outcome: JobApplication.Outcome.Kind
  var which: ApplicationOptions
  var stage: String?
  var reason: String?
  /// Nil for all.
  var acts: Set<RejectionRule.Act>?
  var rules: RejectionRules

  /// - Throws: ``CommandError`` where no open application is meant, or several may be.
  func plan(_ graph: StoredGraph) throws -> EndingPlan {
    let employer = try Resolver(graph: graph).one(company, .company, .organization)
    let before = try find(at: employer, in: graph)
    if let applied = before.appliedOn, which.day < applied {
      throw CommandError(
        "\(which.day) is before you applied to \(employer.name), on \(applied)", hint: "--on says when")
    }
    let after = ended(before)
    let reached = after.outcome?.stage.map { " after \($0)" } ?? ""
    var plan = EndingPlan(
      company: employer, before: before, after: after,
      sentence: "\(before.position) at \(employer.name): \(outcome.rawValue)\(reached) on \(which.day)")
    try propose(&plan, in: graph)
    return plan
  }

  private func find(at employer: EntitySummary, in graph: StoredGraph) throws -> JobApplication {
    do {
      return try which.find(at: employer, "open ", in: graph) { $0.outcome == nil }
    } catch let error as CommandError where error.code == .notFound {
      guard let closed = try? which.find(at: employer, "", in: graph, where: { $0.outcome != nil }) else { throw error }
      throw CommandError(
        "\(closed.position) at \(employer.name) is closed already: \(closed.standing)",
        hint: "kith undo takes that back, kith application edit --reopen opens it again", code: .notFound)
    }
  }

  private func ended(_ application: JobApplication) -> JobApplication {
    var ended = application
    let reached = stage ?? application.stages.last?.name
    if let stage, !application.stages.contains(where: { $0.name == stage }) {
      ended.stages.append(JobApplication.Stage(stage))
    }
    ended.outcome = JobApplication.Outcome(outcome, on: which.day, stage: reached, reason: reason)
    return ended
  }

  private func propose(_ plan: inout EndingPlan, in graph: StoredGraph) throws {
    if let acts, acts.isEmpty { return }
    let facts = ProcessFacts(graph: graph)
    // A month or a year says no day: what is to be done is counted from today.
    let day = CivilDay(which.day) ?? Invocation.current.today
    plan.proposals = try facts.finder(rules, for: plan.after).proposals(for: plan.after, on: day)
      .filter { acts?.contains($0.act) ?? true }
    let ids = plan.proposals.flatMap { [$0.entity] + [$0.introduced].compactMap { $0 } }
    plan.names = try graph.summaries(of: ids).mapValues(\.name)
    try facts.mergeTryAgain(into: &plan)
  }
}
