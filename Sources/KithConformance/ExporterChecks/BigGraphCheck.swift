import KithCore

/// A big graph is written whole: ten times the people make about ten times the bytes, and no error.
enum BigGraphCheck: ExporterCheck {
  static let name = "big graph"

  static func messages(on trial: ExporterTrial) -> [String] {
    guard let variant = trial.variants.first, trial.coverage(variant).kinds.contains(.person) else { return [] }
    let few = trial.export(SampleGraph.big(people: 200, seed: 7), variant)
    let many = trial.export(SampleGraph.big(people: 2000, seed: 7), variant)
    if let error = few.error ?? many.error { return ["it brings out an error: \(error)"] }
    if many.bytes.count >= few.bytes.count * 5 { return [] }
    return ["200 people make \(few.bytes.count) bytes, and 2,000 make only \(many.bytes.count)"]
  }
}
