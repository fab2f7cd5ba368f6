import ArgumentParser
import KithCore

/// Changes a company or an organization.
struct CompanyEditCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: "Change what is known of \(Kind.kind.indefinite).",
      discussion: """
        Options change single facts. Without any, a form opens in the editor that VISUAL or EDITOR names.

        Example:
          kith \(Kind.word) edit "\(Kind.example)" --alias AE --url https://example.com
        """)
  }

  @Argument(help: "Which.", completion: .companies)
  var reference: String

  @OptionGroup var edit: EditOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let record = EditRecord(reference: reference, kind: Kind.kind, word: Kind.word, write: write)
    if edit.isEmpty { return try record.performInForm() }
    try record.perform(edit.changes)
  }
}
