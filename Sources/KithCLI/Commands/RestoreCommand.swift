import ArgumentParser
import KithCore

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of the store.",
    discussion: """
      The backup is looked over first, and stays where it is. The store until now is kept beside the new one, under \
      another name: restoring that file takes this back.

      Example:
        kith restore ~/kith-2026-11.sqlite --dry-run
      """)

  @Argument(help: ArgumentHelp("What kith backup wrote.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var consent: ConsentOptions

  @OptionGroup var write: WriteOptions

  func run() throws {
    if write.dryRun {
      let counts = try write.store.look(at: file)
      return try say("dry run: would restore '\(file)': \(CheckCommand.phrase(counts))")
    }
    try write.store.requireFile(file)
    guard try consent.isGiven(for: "put '\(file)' in the place of the store") else { return }
    let (counts, kept) = try write.store.restore(file)
    try say("restored '\(file)': \(CheckCommand.phrase(counts))")
    if let kept { try say("the store until now is kept as '\(kept)'; kith restore of that file takes this back") }
  }

  private func say(_ line: String) throws { try Descriptor.standardOutput.say(TerminalText.cleaned(line)) }
}
