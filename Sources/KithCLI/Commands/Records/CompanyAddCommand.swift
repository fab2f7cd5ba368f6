import ArgumentParser
import KithCore
import KithStore

/// Adds a company or an organization.
struct CompanyAddCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Record \(Kind.kind.indefinite).",
      discussion: """
        Example:
          kith \(Kind.word) add "\(Kind.example)" --city London
        """)
  }

  @Argument(help: "Its name.")
  var name: String

  @Option(
    name: .customLong("alias"), help: ArgumentHelp("Another name for it. May be repeated.", valueName: "name"))
  var aliases: [String] = []

  @OptionGroup var record: NewRecordOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.perform("\(Kind.word) add") { editor in
      var entity = try AddRecord(kind: Kind.kind, name: name, isNew: record.isNew).entity(editor)
      entity.nicknames = aliases
      try AddRecord.insert(entity, record, editor)
      return "recorded the \(Kind.kind) \(entity.name)"
        + (try DuplicateHint.sentence(for: entity.id, in: editor.graph))
    }
  }
}
