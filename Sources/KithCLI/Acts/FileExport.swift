import KithCore
import KithStore

/// Writes a graph in a format, to a file, a folder or stdout.
struct FileExport {
  let exporter: any Exporter
  let options: OptionValues
  let included: Set<PrivateData>
  /// As it was typed.
  let selector: [String]
  let target: String?
  let isStrict: Bool
  let explains: Bool
  let overwrites: Bool
  private var format: Format { exporter.format }

  func perform(_ graph: StoredGraph) throws {
    let counts = try graph.counts()
    guard counts.entities.values.contains(where: { $0 > 0 }) else {
      let all = selector.count > 1 ? " all of " + selector.joined(separator: ", ") : ""
      throw CommandError(
        "nobody matches\(TerminalText.cleaned(all)); nothing was written", hint: "kith list shows who there is",
        code: .notFound)
    }
    let folder = try folderToWrite()
    // What is on its way through a pipe cannot be taken back: losses are found before the first byte.
    if isStrict { try refuseLosses(run(graph, to: OutputSink { _ in }, explains: explains)) }
    if let folder { return try write(graph, intoFolder: folder) }
    let output = try fileTarget()
    let report: DiagnosticReport
    do {
      report = try run(graph, to: output.sink, explains: explains && !isStrict)
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
    if !isStrict { try report.write(about: format.name) }
    if let target, target != "-" { try confirm(counts, target) }
  }

  private func run(
    _ graph: StoredGraph, to output: OutputSink, explains: Bool, fileStarter: ExportContext.FileStarter? = nil,
    report: DiagnosticReport? = nil
  ) throws -> DiagnosticReport {
    let report = report ?? self.report(on: graph, explains: explains)
    let context = ExportContext(
      output: output, options: options, now: Invocation.current.now, diagnostics: report.log, fileStarter: fileStarter)
    try exporter.run(on: graph, including: included, in: context)
    return report
  }

  private func report(on graph: StoredGraph, explains: Bool) -> DiagnosticReport {
    DiagnosticReport(explaining: explains) { id in (try? graph.summary(of: id))?.name }
  }

  private func refuseLosses(_ report: DiagnosticReport) throws {
    try report.write(about: format.name)
    let losses = report.log.count(of: .loss)
    guard losses > 0 else { return }
    throw CommandError(
      "\(format.name) cannot hold \(losses) of these values; nothing was written",
      hint: "without --strict it is written all the same", code: .lossy)
  }

  // MARK: A file

  private func fileTarget() throws -> ExportTarget {
    do { return try ExportTarget(path: target) } catch let error as OutputError {
      guard canSplit, let target, FileBytes.isFolder(target) else { throw error }
      throw CommandError(
        CommandError(describing: error).message, hint: "--option split=yes writes a file for each card into it")
    }
  }

  private func confirm(_ counts: GraphCounts, _ target: String) throws {
    let coverage = exporter.coverage(under: options)
    let what = Entity.Kind.allCases.filter { coverage.kinds.contains($0) }.compactMap { kind in
      counts.entities[kind].map { "\($0) \($0 == 1 ? kind.rawValue : kind.plural)" }
    }
    let all = what + named(counts, coverage)
    let words = all.isEmpty ? "no records" : all.joined(separator: ", ")
    try Descriptor.standardOutput.say("wrote \(words) to \(TerminalText.cleaned(target))")
  }

  /// What was handed over because it was asked for by name.
  private func named(_ counts: GraphCounts, _ coverage: Coverage) -> [String] {
    guard !coverage.isFullBackup else { return [] }
    let records: [(data: PrivateData, isCovered: Bool, count: Int, one: String)] = [
      (.interactions, coverage.interactions, counts.interactions, "interaction"),
      (.applications, coverage.applications, counts.applications, "application"),
      (.followUps, coverage.followUps, counts.followUps, "follow-up"),
      (.followUps, coverage.keepInTouch, counts.keepInTouch, "interval"),
    ]
    return records.filter { included.contains($0.data) && $0.isCovered && $0.count > 0 }
      .map { "\($0.count) \($0.one)\($0.count == 1 ? "" : "s")" }
  }

  // MARK: A folder

  private static let option = "split"

  /// Whether the format can begin a file for each record.
  private var canSplit: Bool {
    !(exporter is ExternalFormat)
      && format.options.contains { $0.name == FileExport.option && $0.choices.contains("yes") }
  }

  /// - Throws: ``CommandError`` if there are to be many files and no folder is named.
  private func folderToWrite() throws -> String? {
    guard canSplit, options[FileExport.option] == "yes" else { return nil }
    guard let target, target != "-" else {
      throw CommandError(
        "split=yes writes a file for each card: it needs a folder", hint: "--to FOLDER", code: .usage)
    }
    return target
  }

  private func write(_ graph: StoredGraph, intoFolder path: String) throws {
    let report = report(on: graph, explains: explains && !isStrict)
    let folder = try SplitFolder(
      path, extension: format.fileExtensions.first ?? format.name, overwrites: overwrites
    ) { report.log.report($0) }
    do {
      _ = try run(
        graph, to: folder.output, explains: explains, fileStarter: { try folder.start($0) }, report: report)
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
    try report.write(about: format.name, only: isStrict ? [.skipped] : nil)
    try Descriptor.standardOutput.say(
      TerminalText.cleaned("wrote \(path): \(FileExport.words(folder.counts))"))
  }

  private static func words(_ counts: SplitFolder.Counts) -> String {
    let parts = [
      (counts.new, "new"), (counts.changed, "changed"), (counts.removed, "removed"), (counts.same, "as before"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "no files" : parts.joined(separator: ", ")
  }
}
