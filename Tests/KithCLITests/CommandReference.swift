import ArgumentParser

@testable import KithCLI

/// The help of every command, as the program prints it at 80 columns.
enum CommandReference {
  static let helpTexts: [(path: [String], help: String)] = collect(Kith.self, [])

  private static func collect(_ command: any ParsableCommand.Type, _ path: [String]) -> [(path: [String], help: String)]
  {
    let own = path.isEmpty ? [] : [(path, Kith.helpMessage(for: command, columns: 80))]
    return own + command.configuration.subcommands.flatMap { collect($0, path + [$0.configuration.commandName ?? ""]) }
  }

  /// A command that only holds others.
  static func isGroup(_ path: [String]) -> Bool {
    helpTexts.contains { $0.path.count > path.count && $0.path.starts(with: path) }
  }

  static var markdown: String {
    var text = "# Every command\n\nWhat `--help` says, written by a test (`Scripts/record`).\n"
    for (path, help) in helpTexts {
      text += "\n## kith \(path.joined(separator: " "))\n\n```text\n\(help)\n```\n"
    }
    return text
  }
}
