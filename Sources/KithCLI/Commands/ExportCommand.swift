import ArgumentParser
import KithCore
import KithStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write contacts in the format of an address book, or the whole graph.",
    discussion: """
      Notes, interactions, applications and private fields stay home unless included by name; xml and jsonl are full \
      backups. The file is written beside its place and renamed when it is whole. With --option split=yes --to names \
      a folder that gets a file for each card, as khard and vdirsyncer have it: written again, only files whose card \
      changed are replaced, and those whose card is gone removed.

      Examples:
        kith export vcard @"Analytical Engines" --to phone.vcf
        kith export vcard --option split=yes --to ~/contacts
        kith export csv --option table=companies --to companies.csv
        kith export ics --include follow-ups --to todo.ics
        kith export jsonl --to backup.jsonl
      """)

  @Argument(help: "The format; kith formats lists them.", completion: .formats)
  var format: String

  @Argument(help: "Which records, as for kith list; all if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The file or folder to write; - or nothing is stdout.", valueName: "file"),
    completion: .file())
  var target: String?

  @Option(
    name: .customLong("include"),
    help: ArgumentHelp(
      "Private data to hand over too, separated by commas: \(PrivateData.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "what"))
  var included: [String] = []

  @Flag(name: .customLong("strict"), help: "Write nothing and exit 6 if something would be lost.")
  var strict = false

  @Flag(
    name: .customLong("overwrite"), help: "With split=yes: replace files of kith's that somebody changed since, too.")
  var overwrites = false

  @Flag(
    name: .customLong("spreadsheet-safe"),
    help: "Mark cells of a CSV file that a spreadsheet would run as formulas; kith import takes the marks off.")
  var spreadsheetSafe = false

  @OptionGroup var plugin: PluginOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let exporter = try Invocation.current.plugins.anyExporter(named: format)
    let options = try plugin.values(
      for: exporter.format, and: spreadsheetSafe ? [("spreadsheet-safe", "yes")] : [])
    let privateData = try privateData()
    let typed = try TypedSelector(selector)
    try store.refuseAsTarget(target)
    try store.read { graph in
      let shown = try view(of: graph, typed)
      let export = FileExport(
        exporter: exporter, options: options, included: privateData, selector: selector, target: target,
        isStrict: strict, explains: plugin.explains, overwrites: overwrites)
      try export.perform(shown)
    }
  }

  /// A selector that names nobody may be the name of a file.
  private func view(of graph: StoredGraph, _ typed: TypedSelector) throws -> StoredGraph {
    do {
      return try typed.view(of: graph, withContext: true)
    } catch SelectionError.nothingNamed(let text, let kinds) where target == nil && text.contains(".") {
      let error = CommandError(describing: SelectionError.nothingNamed(text, kinds))
      let file = TerminalText.cleaned(text)
      throw CommandError(error.message, hint: "--to \(file) writes to a file of that name", code: error.code)
    }
  }

  private func privateData() throws -> Set<PrivateData> {
    let names = included.flatMap { $0.split(separator: ",").map(String.init) }
    return Set(
      try names.map { name in
        guard let data = PrivateData(rawValue: name) else {
          let known = PrivateData.allCases.map(\.rawValue).joined(separator: ", ")
          throw CommandError(
            "there is no private data '\(TerminalText.cleaned(name))'; there are \(known)", code: .usage)
        }
        return data
      })
  }
}
