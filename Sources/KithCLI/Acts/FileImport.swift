import KithCore
import KithStore

/// Takes files into the graph as one change.
struct FileImport {
  /// The file or folder, as it was typed.
  let name: String
  let paths: [String]
  /// Whether the files are those of a folder: one that is of no known format is then passed over, not an error.
  let isFolder: Bool
  /// The format that was asked for; nil to recognise it.
  var format: String?
  /// What columns mean, as it was typed.
  var map: [String] = []
  var isStrict = false
  let plugin: PluginOptions

  /// Opens the first file before the store is locked, so that nobody waits for a pipe.
  func perform(_ write: WriteOptions) throws {
    let progress = Progress()
    defer { progress.clear() }
    let first = try open(paths[0], progress)
    let (importer, reading) = try ready(first)
    let report = DiagnosticReport(explaining: plugin.explains, holdsForRecords: !(reading is ConvertedFile))
    let changes = ChangeList(
      isShown: write.dryRun || plugin.explains, limit: plugin.explains ? nil : ChangeList.screenful)
    try write.perform("import") { editor in
      let session = try ImportSession(
        editor, matching: importer.format.coverage.isFullBackup ? .identity : .content, diagnostics: report.log
      ) { changes.add($0, progress) }
      try read(first, by: reading, into: session, report, progress)
      for path in paths.dropFirst() { try readNext(path, into: session, report, progress) }
      let result = try session.finish()
      progress.clear()
      changes.finish()
      try check(result, report)
      return try line(result, importer, skipped: report.log.count(of: .skipped))
        + MovedDoor.sentence(of: result.newEmployers, in: editor.graph)
    }
    try report.write(about: name)
  }

  private func open(_ path: String, _ progress: Progress) throws -> InputFile {
    let shown = TerminalText.cleaned(name)
    return try InputFile(path) { reading in
      progress.show("reading \(shown): \(reading.bytes / 1000) kB")
    }
  }

  // MARK: Formats

  /// The importer of a file, and what reads this one: the same, or what a program on the path made of it.
  private func ready(_ input: InputFile) throws -> (any Importer, any Importer) {
    let importer = try importer(for: input)
    let options = try options(for: importer)
    guard let external = importer as? ExternalFormat else { return (importer, importer) }
    do {
      return (external, try external.converted(input.source, options, now: Invocation.current.now))
    } catch let error as ImportError {
      throw refusal(error, input)
    }
  }

  private func options(for importer: any Importer) throws -> OptionValues {
    try plugin.values(for: importer.format, and: map.map { ("map", $0) })
  }

  private func importer(for input: InputFile) throws -> any Importer {
    let plugins = Invocation.current.plugins
    if let format { return try plugins.anyImporter(named: format) }
    let head = try input.source.peek(4096)
    guard !head.isEmpty else {
      throw CommandError("\(TerminalText.cleaned(input.name)) is empty; nothing was imported")
    }
    guard let importer = plugins.importer(recognizing: head) ?? plugins.importer(of: input.name, mapped: !map.isEmpty)
    else {
      throw CommandError(
        "\(TerminalText.cleaned(input.name)) is in no format that kith recognises",
        hint: "--format says which: \(plugins.importers.map(\.format.name).joined(separator: ", "))")
    }
    return importer
  }

  // MARK: Reading

  private func read(
    _ input: InputFile, by importer: any Importer, into session: ImportSession, _ report: DiagnosticReport,
    _ progress: Progress
  ) throws {
    let context = ImportContext(
      input: input.source, options: try options(for: importer), now: Invocation.current.now,
      diagnostics: report.log
    ) { record in
      if case .entity(let entity) = record { report.begin(entity) }
      progress.show(how(far: input, session))
      try session.receive(record)
    }
    do {
      try importer.importRecords(in: context)
    } catch let error as ImportError {
      if isFolder { return leave(input.name, error.message, report) }
      throw refusal(error, input)
    }
  }

  private func refusal(_ error: ImportError, _ input: InputFile) -> CommandError {
    let place = error.line.map { "line \($0): " } ?? ""
    let isRecognizable = format.map { Invocation.current.plugins.importer(named: $0) != nil } ?? false
    return CommandError(
      "\(TerminalText.cleaned(input.name)): \(place)\(error.message); nothing was imported",
      hint: isRecognizable ? "without --format kith recognises the format itself" : nil)
  }

  /// A further file of a folder.
  private func readNext(
    _ path: String, into session: ImportSession, _ report: DiagnosticReport, _ progress: Progress
  ) throws {
    do {
      let input = try open(path, progress)
      try read(input, by: try ready(input).1, into: session, report, progress)
    } catch let error as CommandError {
      leave(path, error.message, report)
    }
  }

  private func leave(_ path: String, _ reason: String, _ report: DiagnosticReport) {
    let file = TerminalText.cleaned(path)
    report.log.report(Diagnostic(.skipped, "file", plugin.explains ? "\(file): \(reason)" : "a file that is no card"))
  }

  private func how(far input: InputFile, _ session: ImportSession) -> String {
    let share = input.size > 0 ? "\(min(100, input.bytesRead * 100 / input.size)) %, " : ""
    return "reading \(TerminalText.cleaned(name)): \(share)\(session.result.records) records"
  }

  // MARK: What came of it

  private func check(_ result: ImportResult, _ report: DiagnosticReport) throws {
    let skipped = report.log.count(of: .skipped)
    let lost = report.log.count(of: .loss)
    let isNothing = result.records == 0 || (skipped > 0 && result.takenCount == 0)
    guard isNothing || (isStrict && skipped + lost > 0) else { return }
    try report.write(about: name)
    if isNothing {
      throw CommandError(
        "no record that could be taken was found in \(TerminalText.cleaned(name)); nothing was imported")
    }
    throw CommandError(
      "\(FileImport.counted(skipped, "record")) left out and \(FileImport.counted(lost, "value")) lost; nothing was imported",
      hint: "without --strict the rest is taken", code: .lossy)
  }

  private static func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  private func line(_ result: ImportResult, _ importer: any Importer, skipped: Int) -> String {
    let new = Entity.Kind.allCases.compactMap { kind in
      result.created[kind].map { "\($0) \($0 == 1 ? kind.rawValue : kind.plural)" }
    }
    var parts = new.isEmpty ? [] : ["new: " + new.joined(separator: ", ")]
    if result.changed + result.unchanged > 0 { parts.append(known(result)) }
    for (count, one, many) in [
      (result.relations, "relation", "relations"), (result.applications, "application", "applications"),
      (result.interactions, "interaction", "interactions"), (result.followUps, "follow-up", "follow-ups"),
      (result.feedback, "piece of feedback", "pieces of feedback"),
      (result.introductions, "introduction", "introductions"),
      (result.keepInTouch, "interval of touch", "intervals of touch"),
    ] where count > 0 {
      parts.append("\(count) \(count == 1 ? one : many)")
    }
    if result.endedJobs > 0 { parts.append("\(FileImport.counted(result.endedJobs, "job")) ended") }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    let what = parts.isEmpty ? "nothing new" : parts.joined(separator: "; ")
    return "imported \(name) as \(importer.format.name): \(what)"
  }

  /// `4 changed, 8 unchanged (3 known by UID, 9 by e-mail address)`
  private func known(_ result: ImportResult) -> String {
    let counts =
      result.unchanged > 0 ? "\(result.changed) changed, \(result.unchanged) unchanged" : "\(result.changed) changed"
    let keys = MatchKey.allCases.compactMap { key in result.matched[key].map { "\($0) by \(key.phrase)" } }
    return keys.isEmpty ? counts : "\(counts) (known \(keys.joined(separator: ", ")))"
  }
}

extension PluginRegistry {
  /// The importer of a file that none recognizes: the one that takes a map, if there is one, or that of its ending. It
  /// says better than anybody what is wrong with the file.
  fileprivate func importer(of path: String, mapped: Bool) -> (any Importer)? {
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    return importers.first { importer in
      mapped
        ? importer.format.options.contains { $0.name == "map" } : importer.format.fileExtensions.contains(ending)
    }
  }
}
