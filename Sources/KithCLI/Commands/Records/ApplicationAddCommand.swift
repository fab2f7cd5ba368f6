import ArgumentParser
import KithCore
import KithStore

struct ApplicationAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record an application, sent or not.",
    discussion: """
      With --on it was sent that day; without, it is one that you think of sending. kith apply does it with all ceremony.

      Example:
        kith application add "Analytical Engines" "Compiler engineer" \\
          --on 2026-10-01 --url https://example.com/jobs/7
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @Argument(help: "The position.")
  var position: String

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When you applied: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(name: .customLong("url"), help: ArgumentHelp("Where the job was posted.", valueName: "url"))
  var url: String?

  @Option(name: .customLong("note"), help: ArgumentHelp("A private note.", valueName: "text"))
  var note: String?

  @Flag(name: .customLong("new"), help: "Record another one even if there is an open one for that position.")
  var isNew = false

  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("application add") { editor in
      var telling = Telling(editor)
      let employer = try telling.company(company)
      let position = try NameArgument.checked(position)
      if !isNew { try checkUnknown(position, at: employer, editor) }
      try editor.save(
        JobApplication(
          id: editor.identifiers.next(), company: employer.id, position: position,
          stages: date.map { [JobApplication.Stage("applied", on: $0.date)] } ?? [], url: url, note: note))
      return "recorded an application to \(employer.name) for \(position)"
        + (date.map { " on \($0.date)" } ?? "") + telling.sentence
    }
  }

  private func checkUnknown(_ position: String, at company: EntitySummary, _ editor: StoreEditor) throws {
    let known = try editor.graph.applications(at: company.id).first {
      $0.outcome == nil && SearchKey.fold($0.position) == SearchKey.fold(position)
    }
    guard let known else { return }
    throw CommandError(
      "there is an open application to \(company.name) for '\(position)' already [\(known.id.short)]",
      hint: "--new records another one", code: .ambiguous)
  }
}
