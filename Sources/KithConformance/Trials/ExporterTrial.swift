import KithCore

/// An exporter with what the checks need to run it.
struct ExporterTrial {
  let exporter: any Exporter
  let variants: [OptionVariant]
  /// A program's format, which is always named and never recognised.
  let isStaged: Bool

  init(_ exporter: any Exporter, isStaged: Bool = false) {
    self.exporter = exporter
    self.isStaged = isStaged
    variants = OptionVariant.all(of: exporter.format)
  }

  static let allPrivate = Set(PrivateData.allCases)

  func coverage(_ variant: OptionVariant) -> Coverage { exporter.coverage(under: variant.values) }

  /// What came out, and what was said.
  struct Export {
    var bytes: [UInt8] = []
    var log = DiagnosticLog()
    var error: (any Error)?
  }

  func export(
    _ graph: any ContactGraph, _ variant: OptionVariant,
    including included: Set<PrivateData> = ExporterTrial.allPrivate
  ) -> Export {
    var export = Export()
    let sink = OutputSink.inMemory()
    do {
      export.log = try run(graph, variant, including: included, to: sink)
    } catch {
      export.error = error
    }
    export.bytes = sink.withBytes { Array($0) }
    return export
  }

  @discardableResult
  func run(
    _ graph: any ContactGraph, _ variant: OptionVariant,
    including included: Set<PrivateData> = ExporterTrial.allPrivate,
    to sink: OutputSink
  ) throws -> DiagnosticLog {
    let log = DiagnosticLog()
    let context = ExportContext(output: sink, options: variant.values, now: SampleGraph.clock, diagnostics: log)
    try exporter.run(on: graph, including: included, in: context)
    return log
  }
}

extension DiagnosticLog {
  /// How many records were reported under each code.
  var counts: [String: Int] {
    Dictionary(groups.map { ("\($0.first.kind) \($0.first.code)", $0.count) }, uniquingKeysWith: +)
  }

  /// Whether something is reported here more often than in `other`.
  func saysMore(than other: DiagnosticLog) -> Bool {
    let before = other.counts
    return counts.contains { $0.value > before[$0.key] ?? 0 }
  }

  /// Whether a loss, a misunderstanding or an omission was reported.
  var reportsDamage: Bool { count(of: .loss, .warning, .skipped) > 0 }
}
