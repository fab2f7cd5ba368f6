import KithCore
import KithJSONLines

/// A format whose work is done by a program `kith-format-NAME`, in whatever language. It reads and writes the lines of
/// `jsonl`; what it gives is used once all of it is there and the program ended well.
struct ExternalFormat: Exporter, Importer {
  let format: Format
  let reads: Bool
  let writes: Bool
  private let program: PluginProgram
  /// Whether what the program says to people is passed on.
  var isHeard = true

  /// How a program says that its input is not the format at all: EX_DATAERR of sysexits(3).
  static let notTheFormat: Int32 = 65
  private static let secondsToDescribe = 10

  /// Asks the program what it can do.
  /// - Throws: ``CommandError``
  init(program path: String, name: String) throws {
    program = PluginProgram(path: path)
    let output = try AnonymousFile()
    let words = PluginWords(of: program.name, diagnostics: DiagnosticLog(), isPassedOn: true)
    let end = try program.run(
      ["describe"], input: try AnonymousFile().descriptor, output: output.descriptor,
      atMost: ExternalFormat.secondsToDescribe, heard: words.hear)
    words.finish()
    guard end == .exit(0) else { throw ExternalFormat.failure(program.name, end, "it could not say what it does") }
    let text = try output.source().peek(1 << 16)
    do {
      let description = try text.withUnsafeBufferPointer { try FormatDescription($0, of: name) }
      (format, reads, writes) = (description.format, description.reads, description.writes)
    } catch {
      let reason = (error as? JSONError).map { "column \($0.offset + 1): \($0.message)" }
      throw CommandError(
        "\(program.name) does not describe itself: \(reason ?? CommandError(describing: error).message)",
        hint: "Documentation/plugins.md says what 'describe' prints")
    }
  }

  /// It is never run to find out whether it knows a file.
  func recognizes(_ head: [UInt8]) -> Bool { false }

  // MARK: Writing

  func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    let input = try AnonymousFile()
    let lines = JSONLinesFormat()
    let sink = input.descriptor.sink()
    try lines.export(
      graph,
      in: ExportContext(
        output: sink, options: try OptionValues([], for: lines.format), now: context.now,
        diagnostics: context.diagnostics))
    try sink.flush()
    let (output, end, _) = try run("export", input, context.options, context.diagnostics)
    guard end == .exit(0) else { throw ExternalFormat.failure(program.name, end, "nothing was written") }
    try output.pour(into: context.output)
  }

  // MARK: Reading

  func importRecords(in context: ImportContext) throws {
    try converted(context.input, context.options, now: context.now).importRecords(in: context)
  }

  /// The file as lines of `jsonl`, made before anybody waits for them.
  /// - Throws: ``ImportError`` where the program says that it is not the format at all.
  func converted(_ source: InputSource, _ options: OptionValues, now: Timestamp) throws -> ConvertedFile {
    let input = try AnonymousFile()
    try input.fill { try source.read(into: $0) }
    let log = HeldDiagnostics()
    let (output, end, words) = try run("import", input, options, log.log)
    if end == .exit(ExternalFormat.notTheFormat) {
      throw ImportError(words.last ?? "\(program.name) says that it is not '\(format.name)'")
    }
    guard end == .exit(0) else { throw ExternalFormat.failure(program.name, end, "nothing was imported") }
    return ConvertedFile(format: format, program: program.name, lines: output, diagnostics: log.diagnostics)
  }

  // MARK: The program

  private func run(
    _ verb: String, _ input: AnonymousFile, _ options: OptionValues, _ diagnostics: DiagnosticLog
  ) throws -> (AnonymousFile, PluginProgram.End, PluginWords) {
    let output = try AnonymousFile()
    let words = PluginWords(of: program.name, diagnostics: diagnostics, isPassedOn: isHeard)
    input.rewind()
    let end = try program.run(
      [verb] + format.options.map { "\($0.name)=\(options[$0.name])" }, input: input.descriptor,
      output: output.descriptor, heard: words.hear)
    words.finish(withoutLast: end == .exit(ExternalFormat.notTheFormat))
    return (output, end, words)
  }

  private static func failure(_ program: String, _ end: PluginProgram.End, _ what: String) -> CommandError {
    switch end {
    case .exit(let status): CommandError("\(program) ended with status \(status); \(what)")
    case .signal(let number): CommandError("\(program) was ended by signal \(number); \(what)")
    }
  }
}

/// Keeps the first diagnostics of a program until the log of the import is there.
private final class HeldDiagnostics {
  private(set) lazy var log = DiagnosticLog { [unowned self] in
    if diagnostics.count < HeldDiagnostics.most { diagnostics.append($0) } else { add($0) }
  }
  private(set) var diagnostics: [Diagnostic] = []
  private static let most = 10_000

  /// Beyond that many, they are only counted.
  private func add(_ diagnostic: Diagnostic) {
    let position = diagnostics.firstIndex { $0.kind == diagnostic.kind && $0.code == diagnostic.code }
    if let position { diagnostics[position].count += diagnostic.count } else { diagnostics.append(diagnostic) }
  }
}
