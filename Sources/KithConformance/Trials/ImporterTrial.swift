import KithCore

/// An importer with what the checks need to run it.
struct ImporterTrial {
  let importer: any Importer
  /// The same plugin, if it writes too.
  let exporter: ExporterTrial?
  let neighbours: PluginRegistry
  let variants: [OptionVariant]
  /// Whole files of the format, as its own exporter writes them by default, or as given.
  let files: [[UInt8]]
  /// Whether each reading is a process of its own: then there are fewer.
  let isCostly: Bool

  init(_ importer: any Importer, among neighbours: PluginRegistry, samples: [[UInt8]], isCostly: Bool = false) {
    self.importer = importer
    self.isCostly = isCostly
    self.neighbours = neighbours
    let exporter = (importer as? any Exporter).map { ExporterTrial($0) }
    self.exporter = exporter
    let variants = OptionVariant.all(of: importer.format)
    self.variants = variants
    let own = [SampleGraph.small, SampleGraph.everything].compactMap { graph in
      exporter.flatMap { trial in variants.first.map { trial.export(graph, $0).bytes } }
    }
    files = (own + samples).filter { !$0.isEmpty }
  }

  /// What was read, and what was said.
  struct Reading {
    var records: [ImportedRecord] = []
    var log = DiagnosticLog()
    var error: (any Error)?

    /// A record, a diagnostic or an error.
    var isAnswer: Bool { !records.isEmpty || !log.groups.isEmpty || error != nil }
  }

  func read(_ bytes: [UInt8], _ variant: OptionVariant? = nil) -> Reading {
    read(from: InputSource(bytes: bytes), variant)
  }

  func read(from input: InputSource, _ variant: OptionVariant? = nil) -> Reading {
    let collector = GraphCollector()
    let log = DiagnosticLog()
    var error: (any Error)?
    do {
      try run(input, variant, log) { collector.receive($0) }
    } catch let thrown {
      error = thrown
    }
    return Reading(records: collector.records, log: log, error: error)
  }

  func run(
    _ input: InputSource, _ variant: OptionVariant?, _ log: DiagnosticLog,
    receive: @escaping (ImportedRecord) throws -> Void
  ) throws {
    guard let options = (variant ?? variants.first)?.values else { return }
    let context = ImportContext(
      input: input, options: options, now: SampleGraph.clock, diagnostics: log, receive: receive)
    try importer.importRecords(in: context)
  }

  /// Complains if damaged input brought out anything but an ``ImportError``.
  func complaint(about bytes: [UInt8], _ what: @autoclosure () -> String) -> String? {
    guard let error = read(bytes).error, !(error is ImportError) else { return nil }
    return "\(what()) brings out \(type(of: error)), not an ImportError: \(error)"
  }
}
