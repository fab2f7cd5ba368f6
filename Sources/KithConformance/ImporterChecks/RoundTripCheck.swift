import KithCore

/// A full backup gives the whole graph back, and the same bytes when it is written again.
enum RoundTripCheck: ImporterCheck {
  static let name = "round trip"

  static func messages(on trial: ImporterTrial) -> [String] {
    guard let exporter = trial.exporter else { return [] }
    return exporter.variants.filter { exporter.coverage($0).isFullBackup }.flatMap { variant in
      SampleGraph.all.flatMap { name, graph in
        messages(graph, trial, exporter, variant).map { "the graph '\(name)'\(variant.label): \($0)" }
      }
    }
  }

  private static func messages(
    _ graph: InMemoryGraph, _ trial: ImporterTrial, _ exporter: ExporterTrial, _ variant: OptionVariant
  ) -> [String] {
    let first = exporter.export(graph, variant)
    let collector = GraphCollector()
    let log = DiagnosticLog()
    do {
      try trial.run(InputSource(bytes: first.bytes), variant, log) { collector.receive($0) }
    } catch {
      return ["its own output is refused: \(error)"]
    }
    let read = collector.graph(now: SampleGraph.clock)
    var messages: [String] = []
    if !first.log.reportsDamage, !log.reportsDamage { messages = GraphComparison.differences(graph, read) }
    let second = exporter.export(read, variant)
    if let offset = firstDifference(first.bytes, second.bytes) {
      messages.append("written again, it differs from byte \(offset) on")
    }
    return messages
  }
}
