import ArgumentParser
import KithCore

/// Says more of the commonest slips than the parser of the arguments does.
enum Misuse {
  /// The error behind a first argument that is no command; nil if it is one, or an option of kith itself.
  static func unknownCommand(_ arguments: [String]) -> CommandError? {
    guard let first = arguments.first, first != "help", !commands.contains(first) else { return nil }
    if first == "--store" {
      return CommandError("'--store' comes after the command", hint: "kith list --store FILE", code: .usage)
    }
    guard !first.hasPrefix("-") else { return nil }
    return CommandError(
      "no command '\(TerminalText.cleaned(first))'", hint: hint(for: first) ?? "kith --help lists them", code: .usage)
  }

  private static let commands = Kith.configuration.subcommands.compactMap { $0.configuration.commandName }

  private static func hint(for word: String) -> String? {
    if ["add", "edit"].contains(word) { return "kith person \(word), kith company \(word), …" }
    if word == "version" { return "kith --version" }
    let near = commands.compactMap { name in EditDistance.between(name, word, atMost: 2).map { ($0, name) } }
    return near.min { $0 < $1 }.map { "did you mean 'kith \($0.1)'?" }
  }

  /// What to do about what the parser said; nil if its own words say it.
  static func hint(forMessage message: String) -> String? {
    message.contains("nexpected argument")
      ? "a name of several words stands in quotation marks: kith met \"Alan Turing\"" : nil
  }
}
