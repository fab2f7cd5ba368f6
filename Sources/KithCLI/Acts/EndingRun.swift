import KithCore
import KithStore

/// `reject`, `offer` and `withdraw`: proposes, asks on a terminal, and records all of it in one transaction.
struct EndingRun {
  let command: String
  let act: EndApplication
  let options: FollowUpOptions
  let write: WriteOptions

  init(
    _ outcome: JobApplication.Outcome.Kind, at company: String, command: String, _ which: ApplicationOptions,
    _ ending: EndingOptions, _ options: FollowUpOptions, _ write: WriteOptions
  ) throws {
    self.command = command
    self.options = options
    self.write = write
    act = EndApplication(
      company: company, outcome: outcome, which: which, stage: ending.stage?.name, reason: ending.reason,
      acts: try options.acts(), rules: options.none ? .standard : try RulesFile().rules())
  }

  private var canAsk: Bool { Invocation.current.terminal.canAsk && !options.yes && !options.none && !write.dryRun }

  func perform() throws {
    // Nobody else shall wait for the store while somebody thinks.
    let answered = canAsk ? try answered(write.store.read(act.plan)) : nil
    let plan = try write.store.write(command, rehearse: write.dryRun) { editor in
      let plan = try answered ?? act.plan(editor.graph)
      try plan.record(editor)
      editor.summary = plan.line
      return plan
    }
    try say(plan)
  }

  private func answered(_ plan: EndingPlan) throws -> EndingPlan {
    guard !plan.proposals.isEmpty else { return plan }
    try Descriptor.standardError.say(plan.sentence)
    let entities = plan.entities
    guard let wanted = try Question.each(of: entities.map { EndingOutput.question(plan, $0) }) else {
      throw CommandError("stopped; nothing was recorded", hint: "--no-follow-ups records the end of it alone")
    }
    return plan.keeping(Set(zip(entities, wanted).filter(\.1).map(\.0)))
  }

  private func say(_ plan: EndingPlan) throws {
    do {
      try EndingOutput(plan, isRehearsal: write.dryRun)
        .write(options.format, to: Descriptor.standardOutput.sink())
    } catch OutputError.cannotWrite(_, let reason) where !write.dryRun {
      throw CommandError("it is done (\(plan.line)), but that could not be written to stdout: \(reason)")
    }
    if !canAsk, !write.dryRun, !options.yes, options.only == nil, !plan.proposals.isEmpty {
      try Descriptor.standardError.say(
        "no terminal to ask on: all of it is recorded; --only narrows it, --no-follow-ups leaves it out")
    }
  }
}
