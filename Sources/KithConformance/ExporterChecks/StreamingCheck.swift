import KithCore

/// The output is written while the graph is read, not gathered first.
enum StreamingCheck: ExporterCheck {
  static let name = "streaming"

  static func messages(on trial: ExporterTrial) -> [String] {
    guard let variant = trial.variants.first, trial.coverage(variant).kinds.contains(.person) else { return [] }
    let writes = record(trial, variant, SampleGraph.big(people: 2000, seed: 7))
    var messages: [String] = []
    if writes.largest > writes.total / 4 {
      messages.append("\(writes.largest) of \(writes.total) bytes are written at once")
    }
    if writes.readBeforeFirst >= writes.read {
      messages.append("nothing is written before the last record is read")
    }
    return messages
  }

  private struct Writes {
    var total = 0
    var largest = 0
    /// Records read when the first bytes came, and in all.
    var readBeforeFirst = 0
    var read = 0
  }

  private static func record(_ trial: ExporterTrial, _ variant: OptionVariant, _ graph: InMemoryGraph) -> Writes {
    var writes = Writes()
    let probe = ProbedGraph(graph)
    let sink = OutputSink(capacity: 4096) { bytes in
      if writes.total == 0 { writes.readBeforeFirst = probe.handedOver }
      writes.total += bytes.count
      writes.largest = max(writes.largest, bytes.count)
    }
    _ = try? trial.run(probe, variant, to: sink)
    writes.read = probe.handedOver
    return writes
  }
}
