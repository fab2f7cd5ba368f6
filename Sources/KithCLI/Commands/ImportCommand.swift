import ArgumentParser
import KithCore
import KithStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a file of contacts.",
    discussion: """
      The format is recognised by what is in the file. Who is known already, by UID, e-mail, phone or link, is \
      brought up to date; what the file does not say is kept. It is one change: kith undo takes it back whole.

      Examples:
        kith import Connections.csv
        kith import --format vcard - < phone.vcf
      """)

  @Argument(help: "The file; - is stdin.", completion: .file())
  var file: String

  @Option(
    name: .customLong("format"), help: ArgumentHelp("The format, if it is not to be recognised.", valueName: "name"),
    completion: .formats)
  var format: String?

  @Flag(name: .customLong("strict"), help: "Change nothing and exit 1 if a record cannot be read.")
  var strict = false

  @OptionGroup var plugin: PluginOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let input = try InputFile(file)
    let importer = try importer(for: input)
    let options = try plugin.values(for: importer.format)
    let report = DiagnosticReport(verbose: plugin.verbose)
    try write.perform("import") { editor in
      let result = try records(of: input, by: importer, options, report.log, into: editor)
      try check(result, report, input)
      return line(result, importer, input)
    }
    try report.write(about: input.name)
  }

  private func importer(for input: InputFile) throws -> any Importer {
    let plugins = Invocation.current.plugins
    if let format {
      guard let importer = plugins.importer(named: format) else {
        throw CommandError(unknownFormat: format, known: plugins.importers.map(\.format.name))
      }
      return importer
    }
    let head = try input.source.peek(4096)
    guard !head.isEmpty else {
      throw CommandError("\(TerminalText.cleaned(input.name)) is empty; nothing was imported")
    }
    guard let importer = plugins.importer(recognizing: head) else {
      throw CommandError(
        "\(TerminalText.cleaned(input.name)) is in no format that kith recognises",
        hint: "--format says which: \(plugins.importers.map(\.format.name).joined(separator: ", "))")
    }
    return importer
  }

  private func records(
    of input: InputFile, by importer: any Importer, _ options: OptionValues, _ log: DiagnosticLog,
    into editor: StoreEditor
  ) throws -> ImportResult {
    let matching: ImportSession.Matching = importer.format.coverage.isFullBackup ? .identity : .content
    let session = try ImportSession(editor, matching: matching, diagnostics: log)
    let progress = Progress("records")
    defer { progress.finish() }
    let context = ImportContext(
      input: input.source, options: options, now: Invocation.current.now, diagnostics: log
    ) {
      progress.advance()
      try session.receive($0)
    }
    do {
      try importer.importRecords(in: context)
    } catch let error as ImportError {
      let place = error.line.map { "line \($0): " } ?? ""
      throw CommandError(
        "\(TerminalText.cleaned(input.name)): \(place)\(error.message); nothing was imported",
        hint: format == nil ? nil : "without --format kith recognises the format itself")
    }
    return try session.finish()
  }

  private func check(_ result: ImportResult, _ report: DiagnosticReport, _ input: InputFile) throws {
    let skipped = report.log.count(of: .skipped)
    let isNothing = result.records == 0 || (skipped > 0 && result.takenCount == 0)
    guard isNothing || (strict && skipped > 0) else { return }
    try report.write(about: input.name)
    if isNothing {
      throw CommandError(
        "no record that could be taken was found in \(TerminalText.cleaned(input.name)); nothing was imported")
    }
    throw CommandError(
      "\(skipped) \(skipped == 1 ? "record" : "records") could not be read; nothing was imported",
      hint: "without --strict the rest is taken")
  }

  private func line(_ result: ImportResult, _ importer: any Importer, _ input: InputFile) -> String {
    let new = Entity.Kind.allCases.compactMap { kind in
      result.created[kind].map { "\($0) \($0 == 1 ? kind.rawValue : kind.plural)" }
    }
    var parts = new.isEmpty ? [] : ["new: " + new.joined(separator: ", ")]
    if result.changed > 0 { parts.append("\(result.changed) changed") }
    if result.unchanged > 0 { parts.append("\(result.unchanged) unchanged") }
    for (count, one, many) in [
      (result.relations, "relation", "relations"), (result.applications, "application", "applications"),
      (result.interactions, "interaction", "interactions"), (result.followUps, "follow-up", "follow-ups"),
      (result.feedback, "piece of feedback", "pieces of feedback"),
      (result.keepInTouch, "interval of touch", "intervals of touch"),
    ] where count > 0 {
      parts.append("\(count) \(count == 1 ? one : many)")
    }
    let what = parts.isEmpty ? "nothing new" : parts.joined(separator: "; ")
    return "imported \(input.name) as \(importer.format.name): \(what)"
  }
}
