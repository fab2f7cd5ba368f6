import ArgumentParser
import KithCore

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that kith reads and writes.",
    discussion: """
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
    for plugin in plugins.plugins {
      try table.add([
        plugin.format.name, plugin is any Importer ? "yes" : "", plugin is any Exporter ? "yes" : "",
        plugin.format.fileExtensions.map { "." + $0 }.joined(separator: " "), plugin.format.summary,
      ])
    }
    try table.finish()
  }

  private func describe(_ name: String, _ output: OutputSink) throws {
    let plugins = Invocation.current.plugins
    guard let format = plugins.formats.first(where: { $0.name == name }) else {
      throw CommandError(unknownFormat: name, known: plugins.formats.map(\.name))
    }
    try output.write("\(format.name): \(format.summary)\n")
    try output.write("  defined by  \(format.specification)\n  media type  \(format.mediaType)\n")
    for option in format.options {
      try output.write("  --option \(option.name)=\(option.choices.joined(separator: "|"))\n      \(option.summary)\n")
    }
    try output.write("  holds       \(holdings(format.coverage))\n")
    let lacks = lacks(format.coverage)
    if !lacks.isEmpty { try output.write("  does not    \(lacks)\n") }
  }

  private func holdings(_ coverage: Coverage) -> String {
    let kinds = Entity.Kind.allCases.filter { coverage.kinds.contains($0) }.map(\.plural)
    let fields = EntityField.allCases.filter { coverage.fields.contains($0) }.map(\.phrase)
    let edges =
      coverage.relations.isEmpty
      ? [] : ["\(coverage.relations.count) of \(RelationType.allCases.count) sorts of relations"]
    let acts = (coverage.interactions ? ["interactions"] : []) + (coverage.applications ? ["applications"] : [])
    return (kinds + fields + edges + acts).joined(separator: ", ")
  }

  private func lacks(_ coverage: Coverage) -> String {
    let kinds = Entity.Kind.allCases.filter { !coverage.kinds.contains($0) }.map(\.plural)
    let fields = EntityField.allCases.filter { !coverage.fields.contains($0) }.map(\.phrase)
    let acts = (coverage.interactions ? [] : ["interactions"]) + (coverage.applications ? [] : ["applications"])
    return (kinds + fields + acts).joined(separator: ", ")
  }
}
