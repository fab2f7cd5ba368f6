import KithCore

/// Same graph, options and clock: same bytes, same diagnostics, no error.
enum DeterminismCheck: ExporterCheck {
  static let name = "determinism"

  static func messages(on trial: ExporterTrial) -> [String] {
    var messages: [String] = []
    for (name, graph) in SampleGraph.all {
      for variant in trial.variants {
        let first = trial.export(graph, variant)
        if let error = first.error {
          messages.append("the graph '\(name)'\(variant.label) brings out an error: \(error)")
          continue
        }
        if let message = difference(first, trial.export(graph, variant)) {
          messages.append("the graph '\(name)'\(variant.label) exported twice gives \(message)")
        }
      }
    }
    return messages
  }

  private static func difference(_ first: ExporterTrial.Export, _ second: ExporterTrial.Export) -> String? {
    if let offset = firstDifference(first.bytes, second.bytes) { return "different bytes from byte \(offset) on" }
    return first.log.counts == second.log.counts ? nil : "different diagnostics"
  }
}

/// How many bytes two texts have in common at their beginning; nil if they are the same.
func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> Int? {
  if left == right { return nil }
  return zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
}
