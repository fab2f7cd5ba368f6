/// What an exporter is given beside the graph.
public struct ExportContext {
  public let output: OutputSink
  public let options: OptionValues
  /// The clock of this export.
  public let now: Timestamp
  public let diagnostics: DiagnosticLog

  public init(output: OutputSink, options: OptionValues, now: Timestamp, diagnostics: DiagnosticLog) {
    self.output = output
    self.options = options
    self.now = now
    self.diagnostics = diagnostics
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
