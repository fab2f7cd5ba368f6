import ArgumentParser
import KithCore

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Show what is proposed for whom when an application ends.",
    discussion: """
      The rules in force, as the file says them in which you may keep your own: \
      $XDG_CONFIG_HOME/kith/rules or ~/.config/kith/rules.

      Example:
        kith rules > my-rules
      """)

  @Flag(name: .customLong("built-in"), help: "Those without your own, with what may be written in them.")
  var builtIn = false

  @Option(name: .customLong("format"), help: "How to print them: table or json.")
  var format: OutputFormat = .table

  func validate() throws {
    if format != .table, format != .json { throw ValidationError("rules prints table or json, not '\(format)'") }
  }

  func run() throws {
    let file = RulesFile()
    let isOwn = !builtIn && file.isThere
    let rules = isOwn ? try file.rules() : .standard
    let output = Descriptor.standardOutput.sink()
    switch format {
    case .json: try RulesJSON(rules: rules, file: isOwn ? file.path : nil).write(to: output)
    default: try output.write(isOwn ? RulesCommand.heading(file.path) + rules.text : RejectionRules.standardText)
    }
    try output.flush()
  }

  private static func heading(_ path: String?) -> String {
    "# The rules in force, from \(TerminalText.cleaned(path ?? "")).\n"
      + "# kith rules --built-in says what may be written here.\n\n"
  }
}
