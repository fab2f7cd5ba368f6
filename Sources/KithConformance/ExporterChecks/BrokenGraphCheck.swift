import KithCore

/// A graph that fails in the middle of an iteration: its error comes out as it is.
enum BrokenGraphCheck: ExporterCheck {
  static let name = "broken graph"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant -> [String] in
      let probe = ProbedGraph(SampleGraph.everything)
      guard (try? trial.run(probe, variant, to: .inMemory())) != nil else { return [] }
      let items = probe.handedOver
      let places = Set([0, 1, items / 2, items - 1].filter { $0 >= 0 && $0 < items })
      return places.sorted().compactMap { message(trial, variant, after: $0) }
    }
  }

  private static func message(_ trial: ExporterTrial, _ variant: OptionVariant, after items: Int) -> String? {
    let place = "a graph\(variant.label) that fails after \(items) records"
    do {
      try trial.run(ProbedGraph(SampleGraph.everything, failingAfter: items), variant, to: .inMemory())
      return "\(place) goes unnoticed"
    } catch let error as ProbedGraph.Failure {
      return error.attempt == 1 ? nil : "\(place): the exporter went on reading after the first error"
    } catch {
      return "\(place) brings out another error than the graph's: \(error)"
    }
  }
}
