import Foundation
import Testing

@testable import KithCLI

/// Documentation/cli.md is the `--help` of every command. `KITH_RECORD=1` writes it.
@Suite struct CommandReferenceTests {
  private let file = BuiltKith.root.appendingPathComponent("Documentation/cli.md")

  @Test func everyCommandIsInTheReference() throws {
    let reference = CommandReference.markdown
    if ProcessInfo.processInfo.environment["KITH_RECORD"] != nil {
      try reference.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == reference, "KITH_RECORD=1 writes it anew")
  }

  /// An example that the terminal breaks cannot be copied from it.
  @Test func examplesFitTheTerminal() {
    for (path, help) in CommandReference.helpTexts {
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  kith ") {
        #expect(
          next.isEmpty || next.hasPrefix("  ") || next.hasPrefix("Example"),
          "kith \(path.joined(separator: " ")): '\(line)' is broken before '\(next)'")
      }
    }
  }

  @Test func everyCommandHasAnExample() {
    for (path, help) in CommandReference.helpTexts where !CommandReference.isGroup(path) {
      #expect(help.contains("Example"), "kith \(path.joined(separator: " ")) has no example")
    }
  }
}
