import ArgumentParser
import KithCore

struct MeetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meet", abstract: "Record everybody you met at an event, a line each.",
    discussion: """
      A line is: Ada Lovelace, Analytical Engines, CTO, ada@example.com +compilers "promised a paper". Name, company \
      and title in that order; e-mail addresses, phone numbers, links, +tags and what was said, in quotation marks, \
      anywhere. Blank lines and those that begin with # are passed over. A line that cannot be taken is told of by \
      its number, the rest is recorded, and the exit status is 1. Each of them is to be followed up within two days; \
      what they promised or you promised ("promised …", "will …", "I will …") is kept as a promise. A list may be \
      given again: nothing is recorded twice.

      Example:
        kith meet --event "SwiftConf 2026" lines.txt
      """)

  @Argument(help: "The file with the lines; - is stdin.", completion: .file())
  var file: String = "-"

  @Option(name: .customLong("event"), help: ArgumentHelp("Where you met.", valueName: "event"), completion: .events)
  var event: String

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp(
      "When, if not today or the last day of an event that is over: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @OptionGroup var write: WriteOptions

  private static let mostReasons = 20

  func validate() throws { try DateArgument.checkPast(date) }

  func run() throws {
    let input = try InputFile(file)
    var list = MeetingList(event: event, date: date?.date, today: Invocation.current.today)
    try write.perform("meet") { editor in
      let line = try list.perform(input.source, editor)
      guard list.taken > 0 else { throw try nothing(in: input, list) }
      return line
    }
    guard !list.refused.isEmpty else { return }
    try report(list)
    let isOne = list.refused.count == 1
    let count = isOne ? "1 line was" : "\(list.refused.count) lines were"
    throw CommandError(
      "\(count) left out; the rest \(write.dryRun ? "can be" : "is") recorded",
      hint: "mend \(isOne ? "it" : "them") and give the list again: nothing is recorded twice")
  }

  private func nothing(in input: InputFile, _ list: MeetingList) throws -> CommandError {
    try report(list)
    let name = TerminalText.cleaned(input.name)
    return CommandError(
      list.refused.isEmpty ? "\(name) names nobody" : "no line of \(name) could be taken; nothing was recorded",
      hint: "a line is: Ada Lovelace, Analytical Engines, CTO, ada@example.com +compilers \"promised a paper\"")
  }

  private func report(_ list: MeetingList) throws {
    for (line, error) in list.refused.prefix(MeetCommand.mostReasons) {
      try Descriptor.standardError.say("line \(line): \(error.message)")
    }
    let more = list.refused.count - MeetCommand.mostReasons
    if more > 0 { try Descriptor.standardError.say("and \(more) more lines") }
  }
}
