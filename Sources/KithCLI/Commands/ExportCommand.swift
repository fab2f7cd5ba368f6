import ArgumentParser
import KithCore
import KithStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write contacts in the format of an address book, or the whole graph.",
    discussion: """
      Notes, interactions, applications and private fields stay home unless included by name; xml and jsonl are full \
      backups. The file is written beside its place and renamed when it is whole.

      Examples:
        kith export vcard @"Analytical Engines" --to phone.vcf
        kith export csv --option table=companies --to companies.csv
        kith export jsonl --to backup.jsonl
      """)

  @Argument(help: "The format; kith formats lists them.", completion: .formats)
  var format: String

  @Argument(help: "Which records, as for kith list; all if nothing is said.", completion: .selectors)
  var selector: [String] = []

  @Option(
    name: .customLong("to"), help: ArgumentHelp("The file to write; - or nothing is stdout.", valueName: "file"),
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
    name: .customLong("spreadsheet-safe"),
    help: "Mark cells of a CSV file that a spreadsheet would run as formulas; kith import takes the marks off.")
  var spreadsheetSafe = false

  @OptionGroup var plugin: PluginOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    guard let exporter = Invocation.current.plugins.exporter(named: format) else {
      throw CommandError(unknownFormat: format, known: Invocation.current.plugins.exporters.map(\.format.name))
    }
    let options = try plugin.values(
      for: exporter.format, and: spreadsheetSafe ? [("spreadsheet-safe", "yes")] : [])
    let privateData = try privateData()
    let terms = try selector.map { try SelectorTerm($0) }
    try store.refuseAsTarget(target)
    try store.read { graph in
      let shown = terms.isEmpty ? graph : try selecting(terms, in: graph)
      try export(shown, by: exporter, options, privateData)
    }
  }

  /// A selector that names nobody may be the name of a file.
  private func selecting(_ terms: [SelectorTerm], in graph: StoredGraph) throws -> StoredGraph {
    do {
      return try graph.selecting(terms, withContext: true)
    } catch SelectionError.nothingNamed(let text, let kinds) where target == nil && text.contains(".") {
      let error = CommandError(describing: SelectionError.nothingNamed(text, kinds))
      let file = TerminalText.cleaned(text)
      throw CommandError(error.message, hint: "--to \(file) writes to a file of that name", code: error.code)
    }
  }

  private func export(
    _ graph: StoredGraph, by exporter: any Exporter, _ options: OptionValues, _ privateData: Set<PrivateData>
  ) throws {
    let counts = try graph.counts()
    guard counts.entities.values.contains(where: { $0 > 0 }) else {
      let all = selector.count > 1 ? " all of " + selector.joined(separator: ", ") : ""
      throw CommandError(
        "nobody matches\(TerminalText.cleaned(all)); nothing was written", hint: "kith list shows who there is",
        code: .notFound)
    }
    func run(to output: OutputSink, isRepeated: Bool = false) throws -> DiagnosticReport {
      let report = DiagnosticReport(verbose: plugin.verbose && !isRepeated)
      let context = ExportContext(
        output: output, options: options, now: Invocation.current.now, diagnostics: report.log)
      try exporter.run(on: graph, including: privateData, in: context)
      return report
    }
    // What is on its way through a pipe cannot be taken back: losses are found before the first byte.
    if strict { try refuseLosses(run(to: OutputSink { _ in })) }
    let output = try ExportTarget(path: target)
    let report: DiagnosticReport
    do {
      report = try run(to: output.sink, isRepeated: strict)
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
    if !strict { try report.write(about: format) }
    try confirm(counts, exporter.coverage(under: options))
  }

  private func refuseLosses(_ report: DiagnosticReport) throws {
    try report.write(about: format)
    let losses = report.log.count(of: .loss)
    guard losses > 0 else { return }
    throw CommandError(
      "\(format) cannot hold \(losses) of these values; nothing was written",
      hint: "without --strict it is written all the same", code: .lossy)
  }

  private func confirm(_ counts: GraphCounts, _ coverage: Coverage) throws {
    guard let target, target != "-" else { return }
    let what = Entity.Kind.allCases.filter { coverage.kinds.contains($0) }.compactMap { kind in
      counts.entities[kind].map { "\($0) \($0 == 1 ? kind.rawValue : kind.plural)" }
    }
    try Descriptor.standardOutput.say("wrote \(what.joined(separator: ", ")) to \(TerminalText.cleaned(target))")
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

extension CommandError {
  init(unknownFormat name: String, known: [String]) {
    let near = known.min { left, right in
      (EditDistance.between(left, name, atMost: 3) ?? 9) < (EditDistance.between(right, name, atMost: 3) ?? 9)
    }
    let isNear = near.flatMap { EditDistance.between($0, name, atMost: 3) } != nil
    self.init(
      "no format named '\(TerminalText.cleaned(name))'; known formats are \(known.joined(separator: ", "))",
      hint: isNear ? "did you mean '\(near ?? "")'?" : "kith formats says what each is", code: .usage)
  }
}
