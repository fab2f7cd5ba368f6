/// What an exporter is given beside the graph.
public struct ExportContext {
  public let output: OutputSink
  public let options: OptionValues
  /// The clock of this export.
  public let now: Timestamp
  public let diagnostics: DiagnosticLog
  private let fileStarter: FileStarter?

  /// Directs what is written from then on to a file of the name given.
  public typealias FileStarter = (_ name: String) throws -> Void

  /// - Parameter fileStarter: of a host that writes a folder of files; nil for one stream.
  public init(
    output: OutputSink, options: OptionValues, now: Timestamp, diagnostics: DiagnosticLog,
    fileStarter: FileStarter? = nil
  ) {
    self.output = output
    self.options = options
    self.now = now
    self.diagnostics = diagnostics
    self.fileStarter = fileStarter
  }

  /// Whether each record becomes a file of its own. The host sees to it where the format has an option `split` with the
  /// choices `no` and `yes`, and the user said `yes` and named a folder.
  public var isSplit: Bool { fileStarter != nil }

  /// Begins the next file of a folder: all that is written to ``output`` from here on is in it. Nothing happens to an export
  /// in one stream.
  ///
  /// `name` is what identifies the record, such as its UID, the same in every export; the host makes a safe file name of it
  /// and adds the extension. Nothing may be written before the first file.
  /// - Throws: what the output throws.
  public func startFile(named name: String) throws {
    guard let fileStarter else { return }
    try output.flush()
    try fileStarter(name)
  }
}

extension Exporter {
  /// Exports `graph` as the host does: private data withheld unless in `included`, losses reported, output flushed.
  /// - Throws: what the graph or the output throws.
  public func run(on graph: any ContactGraph, including included: Set<PrivateData> = [], in context: ExportContext)
    throws
  {
    let coverage = coverage(under: context.options)
    let outgoing = OutgoingGraph(graph, coverage: coverage, including: included, diagnostics: context.diagnostics)
    try export(outgoing, in: context)
    try outgoing.reportRest()
    try context.output.flush()
  }
}
