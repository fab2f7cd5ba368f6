import ArgumentParser
import KithCore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole store to a file.",
    discussion: """
      Everything is in the copy: records, photos, history. It is looked over as by kith check before it appears, and \
      an older backup of that name is replaced only then. kith restore puts it back.

      Example:
        kith backup ~/kith-2026-11.sqlite
      """)

  @Argument(help: ArgumentHelp("Where the copy goes.", valueName: "file"), completion: .file())
  var file: String

  @Flag(name: .customLong("force"), help: "Copy a store that is not sound as it is.")
  var isForced = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let counts = try store.backUp(to: file, evenIfUnsound: isForced)
    let what = counts.map { CheckCommand.phrase($0) + "; checked" } ?? "a store that is not sound"
    try Descriptor.standardOutput.say(TerminalText.cleaned("backed up to '\(file)': \(what)"))
  }
}
