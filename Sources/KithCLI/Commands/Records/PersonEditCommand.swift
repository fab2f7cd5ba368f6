import ArgumentParser
import KithCore

struct PersonEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of a person.",
    discussion: """
      Options change single facts. Without any, a form opens in the editor that VISUAL or EDITOR names.

      Examples:
        kith person edit ada --at "Difference Engines" --on 2026-11-01
        kith person edit grace --do-not-ask yes
        kith person edit ada --left --email ada@example.org --untag compilers
        kith person edit ada
      """)

  @Argument(help: "Who.", completion: .people)
  var reference: String

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("Where they work now; the job before ends unless --also is given.", valueName: "company"))
  var company: String?

  @Option(name: .customLong("title"), help: ArgumentHelp("What they are there.", valueName: "position"))
  var title: String?

  @Flag(name: .customLong("also"), help: "The company of --at is one more: the jobs they have go on.")
  var isAlso = false

  @Option(
    name: .customLong("left"), defaultAsFlag: "today",
    help: ArgumentHelp("They left their company, or that of --at, on that day.", valueName: "date"))
  var left: String?

  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("When the job of --at began: \(DateArgument.help).", valueName: "date"))
  var date: DateArgument?

  @Option(
    name: .customLong("birthday"), parsing: .unconditional,
    help: ArgumentHelp("The birthday: 1985-04-12, 1985, --04-12.", valueName: "date"))
  var birthday: BirthdayArgument?

  @Option(
    name: .customLong("do-not-ask"),
    help: ArgumentHelp("Whether they are not to be asked for introductions: yes or no.", valueName: "yes|no"))
  var doNotAsk: YesOrNo?

  @OptionGroup var edit: EditOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if let left, DateArgument(argument: left) == nil {
      throw ValidationError("--left '\(left)' is no date; it takes \(DateArgument.help)")
    }
    if left != nil, title != nil || isAlso || date != nil {
      throw ValidationError("--left ends a job: it goes with --at at most, and takes its own date")
    }
    if company == nil, isAlso || date != nil { throw ValidationError("--also and --on need --at") }
  }

  func run() throws {
    let record = EditRecord(reference: reference, kind: .person, word: PersonKind.word, write: write)
    let employment = EmploymentChange(
      company: company, title: title, left: left.flatMap(DateArgument.init)?.date, isAlso: isAlso, since: date?.date,
      today: Invocation.current.today.date)
    var changes = edit.changes
    changes.birthday = birthday?.date
    changes.doNotAsk = doNotAsk.map { $0 == .yes }
    if changes.isEmpty, employment.isEmpty { return try record.performInForm() }
    try record.perform(changes, more: { try employment.apply(to: $0, &$1, $2) })
  }
}
