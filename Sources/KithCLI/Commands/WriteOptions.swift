import ArgumentParser
import KithCore
import KithStore

/// What every command that writes takes.
struct WriteOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions

  @Flag(name: .customLong("dry-run"), help: "Show what would be done; change nothing.")
  var dryRun = false
}

extension WriteOptions {
  /// Runs `body`, which returns the line that says what was done, and prints that line.
  func perform(_ command: String, _ body: (StoreEditor) throws -> String) throws {
    let line = try store.write(command, rehearse: dryRun) { editor in
      let line = try body(editor)
      editor.summary = line
      return line
    }
    do {
      try Descriptor.standardOutput.say(TerminalText.cleaned(dryRun ? "dry run: " + line : line))
    } catch OutputError.cannotWrite(_, let reason) where !dryRun {
      throw CommandError("it is done (\(line)), but that could not be written to stdout: \(reason)")
    }
  }
}
