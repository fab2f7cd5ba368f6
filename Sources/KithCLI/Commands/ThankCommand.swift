import ArgumentParser
import KithCore

struct ThankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thank", abstract: "Draft a thank-you note, or record that it went out.",
    discussion: """
      The draft says what is recorded and leaves out what is not. kith never sends anything: once you have sent it, \
      --sent records it and settles the thank-you that was open.

      Examples:
        kith thank ada
        kith thank ada --eml note.eml
        kith thank ada --sent
      """)

  @Argument(help: "Whom.", completion: .people)
  var person: String

  @OptionGroup var draft: DraftOptions

  @Flag(name: .customLong("sent"), help: "The note is out: record it.")
  var isSent = false

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("The day it was sent: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if date != nil, !isSent { throw ValidationError("--on needs --sent: it says when the note was sent") }
    if isSent, draft.file != nil || draft.isLink || draft.template != nil || draft.isBuiltIn {
      throw ValidationError("--sent records a note that is out; draft it without")
    }
    try DateArgument.checkPast(date)
    if let date, CivilDay(date.date) == nil { throw ValidationError("--on takes a day, such as 2026-11-02") }
  }

  func run() throws {
    guard isSent else {
      try write.store.refuseAsTarget(draft.file)
      let act = WriteDraft(kind: .thank, who: person, options: draft, isRehearsal: write.dryRun)
      return try write.store.read { try act.perform($0) }
    }
    let day = date.flatMap { CivilDay($0.date) } ?? Invocation.current.today
    try write.perform("thank") {
      try RecordThanks(who: person, application: draft.application, topic: draft.topic, day: day).perform($0)
    }
  }
}
