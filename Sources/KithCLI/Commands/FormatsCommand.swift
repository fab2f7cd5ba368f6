import ArgumentParser
import KithCore

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that kith reads and writes.",
    discussion: """
      A program kith-format-NAME on the path is a format too, in whatever language it is written; it is run only when \
      it is named.

      Example:
        kith formats vcard
      """)

  @Argument(help: "One format, with its options and what it holds.", completion: .formats)
  var name: String?

  func run() throws {
    let output = Descriptor.standardOutput.sink()
    if let name { try describe(name, output) } else { try list(output) }
    try output.flush()
  }

  private func list(_ output: OutputSink) throws {
    let plugins = Invocation.current.plugins
    var table = Table(
      ["FORMAT", "READS", "WRITES", "FILES", "WHAT"], terminal: Invocation.current.terminal, output: output)
    // The last column is broken into lines rather than cut: it is all there is to read here.
    let width = Invocation.current.terminal.width.map { max(20, $0 - FormatsCommand.widthBeforeSummary) }
    for plugin in plugins.plugins {
      let lines = TextWrapping.lines(of: plugin.format.summary, width: width)
      try table.add([
        plugin.format.name, plugin is any Importer ? "yes" : "", plugin is any Exporter ? "yes" : "",
        plugin.format.fileExtensions.map { "." + $0 }.joined(separator: " "), lines[0],
      ])
      for line in lines.dropFirst() { try table.add(["", "", "", "", line]) }
    }
    // Not run, only seen: what they do, they say when they are asked by name.
    for name in plugins.externalNames {
      try table.add([name, "", "", "", "\(ExternalFormats.prefix)\(name) on the path; kith formats \(name) asks it"])
    }
    try table.finish()
  }

  private static let widthBeforeSummary = 40

  private func describe(_ name: String, _ output: OutputSink) throws {
    let described = try described(name)
    let format = described.format
    try output.write("\(format.name): \(format.summary)\n")
    try output.write("  defined by  \(format.specification)\n  media type  \(format.mediaType)\n")
    try output.write("  files       \(format.fileExtensions.map { "." + $0 }.joined(separator: " "))\n")
    try output.write("  kith        \(described.verbs.joined(separator: " and ")) it\n")
    for option in format.options {
      try output.write("  --option \(option.name)=\(shown(option.values))\n      \(option.summary)\n")
    }
    try write("  holds       ", holdings(format.coverage), output)
    let lacks = lacks(format.coverage)
    if !lacks.isEmpty { try write("  does not    ", lacks, output) }
  }

  private func shown(_ values: FormatOption.Values) -> String {
    switch values {
    case .choices(let choices): choices.joined(separator: "|")
    case .text(let placeholder): "'\(placeholder)'"
    }
  }

  private func described(_ name: String) throws -> (format: Format, verbs: [String]) {
    let plugins = Invocation.current.plugins
    func verbs(_ reads: Bool, _ writes: Bool) -> [String] { (reads ? ["reads"] : []) + (writes ? ["writes"] : []) }
    if let plugin = plugins.plugins.first(where: { $0.format.name == name }) {
      return (plugin.format, verbs(plugin is any Importer, plugin is any Exporter))
    }
    if let external = try plugins.external(named: name) {
      return (external.format, verbs(external.reads, external.writes))
    }
    throw CommandError(unknownFormat: name, known: plugins.formats.map(\.name) + plugins.externalNames)
  }

  /// A list behind its heading, broken at words.
  private func write(_ heading: String, _ text: String, _ output: OutputSink) throws {
    let width = Invocation.current.terminal.width.map { max(20, $0 - heading.count) }
    let indent = "\n" + String(repeating: " ", count: heading.count)
    try output.write(heading + TextWrapping.lines(of: text, width: width).joined(separator: indent) + "\n")
  }

  private func holdings(_ coverage: Coverage) -> String {
    let kinds = Entity.Kind.allCases.filter { coverage.kinds.contains($0) }.map(\.plural)
    let fields = EntityField.allCases.filter { coverage.fields.contains($0) }.map(\.phrase)
    let edges =
      coverage.relations.isEmpty
      ? [] : ["\(coverage.relations.count) of \(RelationType.allCases.count) sorts of relations"]
    return (kinds + fields + edges + acts(coverage, true)).joined(separator: ", ")
  }

  private func lacks(_ coverage: Coverage) -> String {
    let kinds = Entity.Kind.allCases.filter { !coverage.kinds.contains($0) }.map(\.plural)
    let fields = EntityField.allCases.filter { !coverage.fields.contains($0) }.map(\.phrase)
    return (kinds + fields + acts(coverage, false)).joined(separator: ", ")
  }

  private func acts(_ coverage: Coverage, _ isHeld: Bool) -> [String] {
    [
      ("interactions", coverage.interactions), ("applications", coverage.applications),
      ("follow-ups", coverage.followUps), ("feedback", coverage.feedback),
      ("introductions", coverage.introductions), ("intervals of touch", coverage.keepInTouch),
    ].filter { $0.1 == isHeld }.map(\.0)
  }
}
