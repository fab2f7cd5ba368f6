import KithCore

/// Prints what is to be done now that an application has ended.
struct EndingOutput {
  let plan: EndingPlan
  let isRehearsal: Bool
  private let terminal = Invocation.current.terminal

  init(_ plan: EndingPlan, isRehearsal: Bool) {
    self.plan = plan
    self.isRehearsal = isRehearsal
  }

  func write(_ format: OutputFormat, to output: OutputSink) throws {
    if format == .json { try writeJSON(output) } else { try writeTable(output) }
    try output.flush()
  }

  /// `Ada Lovelace (interviewer): thank by 2026-11-03, keep in touch every 3mo?`
  static func question(_ plan: EndingPlan, _ entity: Identifier) -> String {
    let proposals = plan.proposals(for: entity)
    let grounds = proposals.map(plan.grounds).filter { !$0.isEmpty }
    let part = grounds.first.map { first in " (\(grounds.first { $0 != first } ?? first))" } ?? ""
    let acts = proposals.map { what($0) + when($0) }
    return TerminalText.cleaned("\(plan.names[entity] ?? "")\(part): \(acts.joined(separator: ", "))?")
  }

  /// " by 2026-11-03"; nothing for an interval, which says it.
  private static func when(_ proposal: Proposal) -> String {
    switch proposal.act {
    case .keepInTouch: ""
    case .tryAgain: " from \(proposal.due)"
    default: " by \(proposal.due)"
    }
  }

  private static func what(_ proposal: Proposal) -> String {
    guard case .keepInTouch(let every, _) = proposal.matter else { return proposal.act.phrase }
    return "\(proposal.act.phrase) every \(every)"
  }

  private func writeTable(_ output: OutputSink) throws {
    try output.write(TerminalText.cleaned((isRehearsal ? "dry run: " : "") + plan.line) + "\n")
    var table = Table(["WHO", "WHAT", "DUE", "WHY"], terminal: terminal, output: output, wraps: true)
    var above: Identifier?
    for proposal in plan.proposals {
      try table.add([
        proposal.entity == above ? "" : plan.names[proposal.entity] ?? "", EndingOutput.what(proposal),
        proposal.due.description, plan.grounds(of: proposal),
      ])
      above = proposal.entity
    }
    try table.finish()
  }

  private func writeJSON(_ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("dryRun")
    try json.bool(isRehearsal)
    try json.key("company")
    try json.beginObject()
    try json.summary(plan.company)
    try json.endObject()
    try json.key("application")
    try json.outline(of: plan.after)
    try json.key("followUps")
    try json.beginArray()
    for proposal in plan.proposals { try write(proposal, to: &json) }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }

  private func write(_ proposal: Proposal, to json: inout JSONWriter) throws {
    try json.beginObject()
    try json.key("entity")
    try json.identifier(proposal.entity)
    try json.text("name", plan.names[proposal.entity])
    try json.text("act", (proposal.act.followUp ?? .keepInTouch).rawValue)
    try json.text("due", proposal.due.description)
    if case .keepInTouch(let every, let since) = proposal.matter {
      try json.text("every", every.description)
      try json.text("since", since.description)
    }
    try json.text("role", proposal.role.rawValue)
    try json.text("why", plan.grounds(of: proposal))
    try json.endObject()
  }
}
