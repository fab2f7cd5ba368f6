import ArgumentParser
import KithCore

struct EventEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of an event.",
    discussion: """
      Options change single facts. Without any, a form opens in the editor that VISUAL or EDITOR names.

      Example:
        kith event edit swiftconf --from 2026-10-01 --host "Analytical Engines"
      """)

  @Argument(help: "Which.", completion: .events)
  var reference: String

  @OptionGroup var when: EventDates

  @Option(
    name: .customLong("host"),
    help: ArgumentHelp("A company or organization that hosts it. May be repeated.", valueName: "company"))
  var hosts: [String] = []

  @OptionGroup var edit: EditOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let record = EditRecord(reference: reference, kind: .event, word: EventKind.word, write: write)
    if edit.isEmpty, when.isEmpty, hosts.isEmpty { return try record.performInForm() }
    try record.perform(
      edit.changes, period: when.changing,
      more: { event, telling, editor in
        try hosts.map { name in
          let host = try telling.company(name)
          let isNew = try editor.insert(Relation(host.id, .hosted, event.id))
          return (isNew ? "hosted by " : "hosted already by ") + host.name
        }
      })
  }
}
