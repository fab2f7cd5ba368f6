import ArgumentParser
import KithCore
import KithStore

struct PersonAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record a person whom you have not met.",
    discussion: """
      kith met records somebody you met. A company named for the first time is recorded too.

      Example:
        kith person add "Grace Hopper" --at "Analytical Engines" \\
          --title Engineer --phone "+44 20 7946 0000"
      """)

  @Argument(help: "Their full name.")
  var name: String

  @Option(name: .customLong("at"), help: ArgumentHelp("Where they work.", valueName: "company"))
  var company: String?

  @Option(name: .customLong("title"), help: ArgumentHelp("What they are there.", valueName: "position"))
  var title: String?

  @Option(name: .customLong("nickname"), help: ArgumentHelp("A nickname. May be repeated.", valueName: "name"))
  var nicknames: [String] = []

  @Option(
    name: .customLong("birthday"), parsing: .unconditional,
    help: ArgumentHelp("The birthday: 1985-04-12, 1985, --04-12.", valueName: "date"))
  var birthday: BirthdayArgument?

  @OptionGroup var record: NewRecordOptions
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if title != nil, company == nil { throw ValidationError("--title says what they are at a company: it needs --at") }
  }

  func run() throws {
    try write.perform("person add") { editor in
      var person = try AddRecord(kind: .person, name: name, isNew: record.isNew).entity(editor)
      person.personName = PersonName(parsing: person.name)
      person.nicknames = nicknames
      if let birthday { person.anniversaries = [Anniversary(.birth, on: birthday.date)] }
      try AddRecord.insert(person, record, editor)
      var telling = Telling(editor)
      guard let company else {
        return "recorded \(person.name)" + (try DuplicateHint.sentence(for: person.id, in: editor.graph))
      }
      let employer = try telling.company(company)
      try editor.insert(Relation(person.id, .worksFor, employer.id, title: title))
      return try "recorded \(person.name), \(title.map { "\($0) " } ?? "")at \(employer.name)" + telling.sentence
        + DuplicateHint.sentence(for: person.id, in: editor.graph)
    }
  }
}

/// A birthday, as precise as it is known.
struct BirthdayArgument: ExpressibleByArgument {
  let date: PartialDate

  init?(argument: String) {
    guard let date = PartialDate(argument) else { return nil }
    self.date = date
  }
}
