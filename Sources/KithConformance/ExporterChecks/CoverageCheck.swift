import KithCore

/// What the coverage lacks is reported when it is there; what it claims is written.
enum CoverageCheck: ExporterCheck {
  static let name = "coverage"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { kinds(trial, $0) + fields(trial, $0) + jobHunt(trial, $0) }
  }

  private static func kinds(_ trial: ExporterTrial, _ variant: OptionVariant) -> [String] {
    let covered = trial.coverage(variant).kinds
    let empty = trial.export(SampleGraph.empty, variant)
    return Entity.Kind.allCases.compactMap { kind in
      let one = trial.export(CoverageSample.plain(kind), variant)
      let outcome = Outcome(without: empty, with: one)
      return outcome.complaint("the kind '\(kind)'\(variant.label)", isCovered: covered.contains(kind))
    }
  }

  private static func fields(_ trial: ExporterTrial, _ variant: OptionVariant) -> [String] {
    EntityField.allCases.flatMap { field in messages(of: field, trial, variant) }
  }

  private static func messages(
    of field: EntityField, _ trial: ExporterTrial, _ variant: OptionVariant
  ) -> [String] {
    let coverage = trial.coverage(variant)
    let isCovered = coverage.fields.contains(field)
    let kinds = CoverageSample.kinds(having: field).intersection(coverage.kinds).sorted()
    let outcomes = kinds.map { kind in
      Outcome(
        without: trial.export(CoverageSample.plain(kind), variant),
        with: trial.export(CoverageSample.graph(kind, with: field, of: trial.exporter.format), variant))
    }
    let messages = zip(kinds, outcomes).compactMap { kind, outcome in
      outcome.complaint("the \(field.phrase) of the kind '\(kind)'\(variant.label)", isCovered: isCovered)
    }
    guard isCovered, messages.isEmpty, !outcomes.isEmpty else { return messages }
    return falseClaim(field, outcomes).map { ["the \(field.phrase)\(variant.label) are covered, yet \($0)"] } ?? []
  }

  /// A covered field that no entity of any kind brings into the output.
  private static func falseClaim(_ field: EntityField, _ outcomes: [Outcome]) -> String? {
    if outcomes.contains(where: { $0.codes.contains("loss no-\(field)") }) { return "reported as wholly lost" }
    return outcomes.contains(where: \.isWritten) ? nil : "change no byte of the output"
  }

  private static func jobHunt(_ trial: ExporterTrial, _ variant: OptionVariant) -> [String] {
    let coverage = trial.coverage(variant)
    let plain = trial.export(CoverageSample.peopleAndCompany, variant)
    func complaint(_ thing: String, _ isCovered: Bool, _ graph: InMemoryGraph) -> String? {
      Outcome(without: plain, with: trial.export(graph, variant)).complaint(thing + variant.label, isCovered: isCovered)
    }
    return [
      complaint("an interaction", coverage.interactions, CoverageSample.withInteraction),
      complaint("an application", coverage.applications, CoverageSample.withApplication),
      complaint("a follow-up", coverage.followUps, CoverageSample.withFollowUp),
      complaint("feedback", coverage.feedback, CoverageSample.withFeedback),
      complaint("introductions", coverage.introductions, CoverageSample.withIntroduction),
      complaint("an interval of touch", coverage.keepInTouch, CoverageSample.withKeepInTouch),
    ].compactMap { $0 }
  }

  /// What one thing more in the graph changed.
  struct Outcome {
    let isWritten: Bool
    let isReported: Bool
    let codes: Set<String>

    init(without: ExporterTrial.Export, with: ExporterTrial.Export) {
      isWritten = without.bytes != with.bytes
      isReported = with.log.saysMore(than: without.log)
      codes = Set(with.log.counts.keys)
    }

    func complaint(_ thing: String, isCovered: Bool) -> String? {
      if isCovered {
        return isWritten || isReported ? nil : "\(thing): covered, yet neither written nor reported"
      }
      return isReported ? nil : "\(thing): outside the coverage, and its loss is not reported"
    }
  }
}
