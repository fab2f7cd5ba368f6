import ArgumentParser
import KithCore
import KithStore

struct SelectorListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the selectors that are saved.",
    discussion: """
      Example:
        kith selector list
      """)

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func run() throws {
    let saved = try store.read { try $0.savedSelectors() }
    let output = Descriptor.standardOutput.sink()
    switch format {
    case .json: try writeJSON(saved, output)
    case .table: try writeTable(saved, output)
    }
    try output.flush()
    if saved.isEmpty, format == .table { try Descriptor.standardError.say("no selector is saved") }
  }

  private func writeTable(_ saved: [SavedSelector], _ output: OutputSink) throws {
    var table = Table(["NAME", "SELECTOR"], terminal: Invocation.current.terminal, output: output)
    for selector in saved { try table.add([selector.name, selector.text]) }
    try table.finish()
  }

  private func writeJSON(_ saved: [SavedSelector], _ output: OutputSink) throws {
    var json = JSONWriter(output)
    try json.beginObject()
    try json.key("schema")
    try json.number(1)
    try json.key("selectors")
    try json.beginArray()
    for selector in saved {
      try json.beginObject()
      try json.text("name", selector.name)
      try json.text("selector", selector.text)
      try json.endObject()
    }
    try json.endArray()
    try json.endObject()
    try json.endLine()
  }
}
