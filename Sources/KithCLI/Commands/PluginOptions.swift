import ArgumentParser
import KithCore

/// What export and import share.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .customLong("option"),
    help: ArgumentHelp(
      "An option of the format (kith formats NAME lists them). May be repeated.", valueName: "name=value"))
  var options: [String] = []

  @Flag(
    name: [.customLong("explain"), .customLong("verbose")],
    help: "Say of each record what was lost, left out or changed, not only counts.")
  var explains = false

  /// - Parameter more: options that have a flag of their own.
  func values(for format: Format, and more: [(name: String, value: String)] = []) throws -> OptionValues {
    try OptionValues(
      more
        + options.map { option in
          guard let equals = option.firstIndex(of: "=") else {
            throw CommandError("'\(TerminalText.cleaned(option))' is no option: it needs name=value", code: .usage)
          }
          return (String(option[..<equals]), String(option[option.index(after: equals)...]))
        }, for: format)
  }
}
