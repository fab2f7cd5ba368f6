import ArgumentParser
import KithCore

struct RecordRemoveCommand<Kind: RecordKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rm", abstract: "Remove \(Kind.kind.indefinite) and what hangs on it.",
      discussion: """
        kith undo brings it back.

        Example:
          kith \(Kind.word) rm "\(Kind.example)" --yes
        """)
  }

  @Argument(
    help: "A name or a part of one, a nickname, e-mail address, phone number or id.", completion: .records)
  var reference: String

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let removal = try write.store.read { try RecordRemoval(reference, Kind.kind, in: $0) }
    guard try write.dryRun || consent.isGiven(for: "remove \(removal.sentence)") else { return }
    try write.perform("\(Kind.word) rm", removal.perform)
  }
}
