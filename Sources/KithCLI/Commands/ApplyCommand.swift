import ArgumentParser
import KithCore
import KithStore

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Record that you applied for a job.",
    discussion: """
      Example:
        kith apply "Analytical Engines" "Compiler engineer" \\
          --with ada:interviewer --with "Grace Hopper:recruiter"
      """)

  @Argument(help: "The company.", completion: .companies)
  var company: String

  @Argument(help: "The position.")
  var position: String

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Who has a part in it, as name:role; roles are recruiter, interviewer, hiringManager, referrer, contact.",
      valueName: "person:role"), completion: .people)
  var people: [String] = []

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(name: .customLong("url"), help: ArgumentHelp("Where the job was posted.", valueName: "url"))
  var url: String?

  @Option(name: .customLong("note"), help: ArgumentHelp("A private note.", valueName: "text"))
  var note: String?

  @OptionGroup var write: WriteOptions

  func validate() throws { try DateArgument.checkPast(date) }

  func run() throws {
    try write.perform("apply") { editor in
      var telling = Telling(editor)
      let position = try NameArgument.checked(position)
      let employer = try telling.company(company)
      let day = date?.date ?? Invocation.current.today.date
      let open = try editor.graph.applications(at: employer.id).filter { $0.outcome == nil }
      if open.contains(where: { SearchKey.fold($0.position) == SearchKey.fold(position) }) {
        throw CommandError(
          "there is an open application to \(employer.name) for '\(position)' already",
          hint: "kith interview adds to it; kith application edit changes it")
      }
      var application = JobApplication(
        id: editor.identifiers.next(), company: employer.id, position: position,
        stages: [JobApplication.Stage("applied", on: day)], url: url, note: note)
      application.involve(try InvolvedPeople(arguments: people, defaultRole: .contact).resolve(&telling, on: nil))
      try editor.save(application)
      return "applied to \(employer.name) for \(position) on \(day)" + telling.sentence
    }
  }
}
