import ArgumentParser
import KithCore
import KithStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the store is whole.",
    discussion: """
      Names each rule that is broken, and where; exits 1 if any is.

      Example:
        kith check --store backup.sqlite
      """)

  @OptionGroup var store: StoreOptions

  func run() throws {
    let (findings, counts) = try store.read { (try $0.check(), try $0.counts()) }
    guard findings.isEmpty else {
      for finding in findings {
        try Descriptor.standardOutput.say(TerminalText.cleaned("broken: \(finding.rule): \(finding.detail)"))
      }
      throw CommandError("\(findings.count) rules are broken", hint: "kith export jsonl saves what can be read")
    }
    let records = counts.entities.values.reduce(0, +)
    let relations = counts.relations.values.reduce(0, +)
    let parts = [
      (records, "record"), (relations, "relation"), (counts.interactions, "interaction"),
      (counts.applications, "application"),
    ].map { count, what in "\(count) \(what)\(count == 1 ? "" : "s")" }
    let later = [
      (counts.followUps, "follow-up", "follow-ups"), (counts.feedback, "piece of feedback", "pieces of feedback"),
      (counts.introductions, "introduction", "introductions"),
      (counts.keepInTouch, "interval of touch", "intervals of touch"),
    ].filter { $0.0 > 0 }.map { count, one, many in "\(count) \(count == 1 ? one : many)" }
    try Descriptor.standardOutput.say("sound: " + (parts + later).joined(separator: ", "))
  }
}
