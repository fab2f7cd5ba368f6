import KithCore

/// The same as ``CoverageCheck`` for each type of relation.
enum RelationCoverageCheck: ExporterCheck {
  static let name = "relations"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant in
      let coverage = trial.coverage(variant)
      let without = trial.export(CoverageSample.peopleAndCompany, variant)
      return RelationType.allCases.compactMap { type in
        let graph = CoverageSample.graph(with: type, among: coverage.kinds)
        let outcome = CoverageCheck.Outcome(without: without, with: trial.export(graph, variant))
        return outcome.complaint("a relation '\(type)'\(variant.label)", isCovered: coverage.relations.contains(type))
      }
    }
  }
}
