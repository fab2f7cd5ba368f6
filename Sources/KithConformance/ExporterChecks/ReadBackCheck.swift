import KithCore

/// A plugin that reads and writes gives back as many records as it was given, under the same names.
///
/// A name may change only where something is reported.
enum ReadBackCheck: ExporterCheck {
  static let name = "read back"

  static func messages(on trial: ExporterTrial) -> [String] {
    guard let importer = trial.exporter as? any Importer else { return [] }
    let reader = ImporterTrial(importer, among: PluginRegistry([]), samples: [])
    return trial.variants.flatMap { variant in
      let kinds = trial.coverage(variant).kinds
      let counts = SampleGraph.all.compactMap { name, graph in
        count(graph, of: kinds, trial, reader, variant).map { "the graph '\(name)'\(variant.label): \($0)" }
      }
      let hostile = SampleGraph.hostile.entities.filter { kinds.contains($0.kind) }
      return counts + hostile.compactMap { rename($0, trial, reader, variant) }
    }
  }

  private static func count(
    _ graph: InMemoryGraph, of kinds: Set<Entity.Kind>, _ trial: ExporterTrial, _ reader: ImporterTrial,
    _ variant: OptionVariant
  ) -> String? {
    let bytes = trial.export(graph, variant).bytes
    guard trial.isStaged || reader.importer.recognizes(Array(bytes.prefix(4096))) else { return nil }
    let reading = read(bytes, reader, variant)
    let given = graph.entities.filter { kinds.contains($0.kind) }
    if given.isEmpty { return nil }
    if let error = reading.error { return "its own output is refused: \(error)" }
    for kind in kinds.sorted() {
      let before = given.count { $0.kind == kind }
      let after = reading.entities.count { $0.kind == kind }
      if before != after { return "\(before) \(kind.plural) were written and \(after) read back" }
    }
    return nil
  }

  /// Writes and reads an entity that has a name and nothing else.
  private static func rename(
    _ entity: Entity, _ trial: ExporterTrial, _ reader: ImporterTrial, _ variant: OptionVariant
  ) -> String? {
    var graph = InMemoryGraph()
    graph.entities = [Entity(id: entity.id, kind: entity.kind, name: entity.name, created: entity.created)]
    let export = trial.export(graph, variant)
    guard trial.isStaged || reader.importer.recognizes(Array(export.bytes.prefix(4096))) else { return nil }
    let reading = read(export.bytes, reader, variant)
    if export.log.reportsDamage || reading.log.reportsDamage || reading.error != nil { return nil }
    let name = reading.entities.first { $0.kind == entity.kind }?.name
    if let name, name.utf8.elementsEqual(entity.name.utf8) { return nil }
    let shown = "the \(entity.kind) '\(shown(entity.name))'\(variant.label)"
    return "\(shown) was read back as \(name.map { "'\(self.shown($0))'" } ?? "nothing"), and nothing was reported"
  }

  /// With the options of the export, or with the defaults where they say how to read something else.
  private static func read(
    _ bytes: [UInt8], _ reader: ImporterTrial, _ variant: OptionVariant
  ) -> ImporterTrial.Reading {
    let reading = reader.read(bytes, variant)
    return reading.error is ImportError ? reader.read(bytes) : reading
  }

  /// The beginning of a text, with its control characters spelled out.
  private static func shown(_ text: String) -> String {
    TerminalText.cleaned(text.unicodeScalars.prefix(60).map { $0.escaped(asASCII: false) }.joined())
  }
}

extension ImporterTrial.Reading {
  var entities: [Entity] { records.compactMap { if case .entity(let entity) = $0 { entity } else { nil } } }
}
