import ArgumentParser
import KithCore
import KithStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the store is whole, and repair it.",
    discussion: """
      Names each rule that is broken, and where; exits 1 if any is. Every row has a digest: a change that another \
      program or a failing disk made is found, which SQLite alone does not find.

      --repair sets right what needs no guess: names by which records are found, indexes, references to what is gone. \
      kith undo takes that back. A row that was changed by another hand stays as it is: restore a backup, or say \
      --accept to take such rows as they are from now on. Of a file with pages that cannot be read it makes a new store, \
      and keeps the damaged one beside it.

      Examples:
        kith check
        kith check --repair --dry-run
        kith check --store backup.sqlite --verbose
      """)

  @OptionGroup var write: WriteOptions

  @Flag(name: .customLong("repair"), help: "Set right what needs no guess.")
  var repairs = false

  @Flag(name: .customLong("accept"), help: "With --repair: take rows that another hand changed as they are.")
  var accepts = false

  @Flag(name: .customLong("verbose"), help: "Name the rules that hold, too.")
  var isVerbose = false

  func validate() throws {
    if accepts, !repairs { throw ValidationError("--accept goes with --repair") }
    if write.dryRun, !repairs { throw ValidationError("--dry-run goes with --repair; a check changes nothing") }
  }

  func run() throws {
    if repairs { try repair() } else { try check() }
  }

  private func check() throws {
    let (findings, counts) = try write.store.read { graph in
      let findings = try graph.check()
      return (findings, findings.isEmpty ? try graph.counts() : nil)
    }
    if isVerbose { try sayWhatHolds(but: findings) }
    try say(findings, as: "broken")
    if let counts { return try Descriptor.standardOutput.say("sound: " + CheckCommand.phrase(counts)) }
    throw CheckCommand.error(findings)
  }

  private func sayWhatHolds(but findings: [IntegrityFinding]) throws {
    let broken = Set(findings.map(\.rule))
    for rule in IntegrityRule.allCases where !broken.contains(rule) {
      try Descriptor.standardOutput.say("holds: \(rule.rawValue)")
    }
  }

  private func say(_ findings: [IntegrityFinding], as what: String) throws {
    for finding in findings {
      try Descriptor.standardOutput.say(TerminalText.cleaned("\(what): \(finding.rule.rawValue): \(finding.detail)"))
    }
  }

  private func repair() throws {
    try write.store.requireExisting()
    guard let repair = try repairInPlace() else { return try salvage() }
    try say(repair.mended, as: write.dryRun ? "would mend" : "mended")
    try say(repair.left, as: "left")
    if !repair.left.isEmpty { throw CheckCommand.error(repair.left) }
    try Descriptor.standardOutput.say(repair.mended.isEmpty ? "sound: nothing to repair" : "sound")
  }

  /// Nil where pages of the file cannot be read: nothing was changed then.
  private func repairInPlace() throws -> Repair? {
    do {
      return try write.store.write("check --repair", rehearse: write.dryRun) { editor in
        let repair = try editor.repair(accepting: accepts)
        if repair.left.contains(where: { $0.rule == .soundFile }) { throw StoreError.damaged(path: "") }
        editor.summary = "repaired the store: \(CheckCommand.count(repair.mended)) mended"
        return repair
      }
    } catch StoreError.damaged {
      return nil
    }
  }

  private func salvage() throws {
    if write.dryRun {
      return try Descriptor.standardOutput.say(
        "dry run: the file is damaged; would make a new store of what can be read, and keep this one beside it")
    }
    let outcome = try write.store.salvage()
    let (known, read) = outcome.rows
    let share = known > read ? "\(read) of \(known) rows could be read" : "all \(read) rows could be read"
    try Descriptor.standardOutput.say("made a new store of the damaged one: \(CheckCommand.phrase(outcome.counts))")
    try Descriptor.standardOutput.say(
      TerminalText.cleaned("\(share); the damaged store is kept as '\(outcome.kept)'"))
  }

  private static func count(_ findings: [IntegrityFinding]) -> String {
    findings.count == 1 ? "1 finding" : "\(findings.count) findings"
  }

  private static func error(_ findings: [IntegrityFinding]) -> CommandError {
    let hint =
      if findings.contains(where: { $0.rule == .soundFile && !$0.isMendable }) {
        "kith restore FILE puts back a backup; kith check --repair makes a new store of what can be read"
      } else if findings.contains(where: \.isMendable) {
        "kith check --repair sets right what needs no guess"
      } else if findings.allSatisfy({ $0.rule == .unchangedRows }) {
        "kith restore FILE puts back a backup; kith check --repair --accept takes the rows as they are"
      } else {
        "kith restore FILE puts back a backup; kith export jsonl saves what can be read"
      }
    return CommandError("the store is not sound: \(count(findings))", hint: hint)
  }
}

extension CheckCommand {
  /// How many of each sort there are, in words.
  static func phrase(_ counts: GraphCounts) -> String {
    let always = [
      (counts.entities.values.reduce(0, +), "record", "records"),
      (counts.relations.values.reduce(0, +), "relation", "relations"),
      (counts.interactions, "interaction", "interactions"), (counts.applications, "application", "applications"),
    ]
    let some = [
      (counts.followUps, "follow-up", "follow-ups"), (counts.feedback, "piece of feedback", "pieces of feedback"),
      (counts.introductions, "introduction", "introductions"),
      (counts.keepInTouch, "interval of touch", "intervals of touch"),
    ].filter { $0.0 > 0 }
    return (always + some).map { count, one, many in "\(count) \(count == 1 ? one : many)" }.joined(separator: ", ")
  }
}
