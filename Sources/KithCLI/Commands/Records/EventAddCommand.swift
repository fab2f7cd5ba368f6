import ArgumentParser
import KithCore
import KithStore

struct EventAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record an event.",
    discussion: """
      Example:
        kith event add "SwiftConf 2026" --from 2026-10-01 --to 2026-10-03 --host "Analytical Engines" --city Berlin
      """)

  @Argument(help: "Its name.")
  var name: String

  @OptionGroup var when: EventDates

  @Option(
    name: .customLong("host"),
    help: ArgumentHelp("The company or organization that hosts it. May be repeated.", valueName: "company"))
  var hosts: [String] = []

  @OptionGroup var record: NewRecordOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("event add") { editor in
      var event = try AddRecord(kind: .event, name: name, isNew: record.isNew).entity(editor)
      event.period = when.changing(event.period)
      try AddRecord.insert(event, record, editor)
      var telling = Telling(editor)
      for host in hosts { try editor.insert(Relation(try telling.company(host).id, .hosted, event.id)) }
      return "recorded the event \(event.name)" + (event.period.phrase.map { ", \($0)" } ?? "") + telling.sentence
    }
  }
}
