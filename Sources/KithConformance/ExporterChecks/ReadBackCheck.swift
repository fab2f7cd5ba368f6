import KithCore

/// A plugin that reads and writes gives back as many records as it was given, under the same names.
enum ReadBackCheck: ExporterCheck {
  static let name = "read back"

  static func messages(on trial: ExporterTrial) -> [String] {
    guard let importer = trial.exporter as? any Importer else { return [] }
    let reader = ImporterTrial(importer, among: PluginRegistry([]), samples: [])
    return SampleGraph.all.flatMap { name, graph in
      trial.variants.flatMap { variant in
        messages(graph, trial, reader, variant).map { "the graph '\(name)'\(variant.label): \($0)" }
      }
    }
  }

  private static func messages(
    _ graph: InMemoryGraph, _ trial: ExporterTrial, _ reader: ImporterTrial, _ variant: OptionVariant
  ) -> [String] {
    let export = trial.export(graph, variant)
    let kinds = trial.coverage(variant).kinds
    let given = graph.entities.filter { kinds.contains($0.kind) }
    guard !given.isEmpty, reader.importer.recognizes(Array(export.bytes.prefix(4096))) else { return [] }
    let reading = reader.read(export.bytes, variant)
    if let error = reading.error { return ["its own output is refused: \(error)"] }
    let isDamaged = export.log.reportsDamage || reading.log.reportsDamage
    return compare(given, reading.entities.filter { kinds.contains($0.kind) }, isDamaged)
  }

  private static func compare(_ given: [Entity], _ read: [Entity], _ isDamaged: Bool) -> [String] {
    let messages = Entity.Kind.allCases.compactMap { kind -> String? in
      let before = given.count { $0.kind == kind }
      let after = read.count { $0.kind == kind }
      return before == after ? nil : "\(before) \(kind.plural) were written and \(after) read back"
    }
    guard messages.isEmpty, !isDamaged else { return messages }
    let changed = zip(sorted(given), sorted(read)).first { $0.utf8.elementsEqual($1.utf8) == false }
    return changed.map { ["the name '\(shown($0))' was read back as '\(shown($1))' and nothing was reported"] } ?? []
  }

  private static func sorted(_ entities: [Entity]) -> [String] {
    entities.map { "\($0.kind) \($0.name)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func shown(_ text: String) -> String { TerminalText.cleaned(String(text.prefix(60))) }
}

extension ImporterTrial.Reading {
  var entities: [Entity] { records.compactMap { if case .entity(let entity) = $0 { entity } else { nil } } }
}
