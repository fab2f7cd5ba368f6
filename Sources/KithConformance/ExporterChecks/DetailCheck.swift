import KithCore

/// Each part of a covered field, down to labels and precise dates, is written or reported.
enum DetailCheck: ExporterCheck {
  static let name = "details"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant -> [String] in
      let coverage = trial.coverage(variant)
      let entities = DetailSample.changes.flatMap { change -> [String] in
        guard coverage.fields.contains(change.field) else { return [] }
        let kinds = coverage.kinds.intersection(CoverageSample.kinds(having: change.field)).sorted()
        return kinds.compactMap { message(change, $0, trial, variant) }
      }
      return entities + relations(coverage, trial, variant)
    }
  }

  private static func message(
    _ change: DetailSample.Change, _ kind: Entity.Kind, _ trial: ExporterTrial, _ variant: OptionVariant
  ) -> String? {
    let format = trial.exporter.format
    let without = CoverageSample.graph(kind, with: change.field, of: format)
    var with = without
    change.apply(&with.entities[0])
    let outcome = CoverageCheck.Outcome(
      without: trial.export(without, variant), with: trial.export(with, variant))
    let thing = "\(change.name) in the \(change.field.phrase) of the kind '\(kind)'\(variant.label)"
    return outcome.complaint(thing, isCovered: true)
  }

  private static func relations(
    _ coverage: Coverage, _ trial: ExporterTrial, _ variant: OptionVariant
  ) -> [String] {
    coverage.relations.sorted { $0.code < $1.code }.flatMap { type -> [String] in
      let without = CoverageSample.graph(with: type, among: coverage.kinds)
      let plain = trial.export(without, variant)
      return DetailSample.relationChanges.compactMap { name, apply in
        var with = without
        apply(&with.relations[0])
        let outcome = CoverageCheck.Outcome(without: plain, with: trial.export(with, variant))
        return outcome.complaint("\(name) of a relation '\(type)'\(variant.label)", isCovered: true)
      }
    }
  }
}
