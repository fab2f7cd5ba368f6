import KithCore

/// vCard for formats that are other syntaxes of it (RFC 6351 §1, RFC 7095 §1): which entity becomes which property is
/// said once, here.
extension VCardFormat {
  /// The option that says which kinds of entities become cards; a format that calls ``forEachCard(of:in:_:)`` has it.
  package static var kindsOption: FormatOption {
    VCardFormat().format.options.first { $0.name == "kinds" }
      ?? FormatOption(name: "kinds", summary: "people alone", choices: ["people"])
  }

  /// What vCard 4.0 can hold.
  /// - Parameter options: of a format that has ``kindsOption``.
  package static func coverageOfCards(under options: OptionValues) -> Coverage {
    let format = VCardFormat()
    let given = [(name: "version", value: "4.0"), (name: "kinds", value: options["kinds"])]
    guard let own = try? OptionValues(given, for: format.format) else { return format.format.coverage }
    return format.coverage(under: own)
  }

  /// Writes every entity as a vCard 4.0 card in memory and hands it over; what a card cannot hold is reported.
  /// - Parameters:
  ///   - format: another name under which properties are kept that are written; those of `vcard` always are.
  ///   - context: of a format that has ``kindsOption``. Nothing is written to its output.
  /// - Throws: what `graph` and `body` throw.
  package static func forEachCard(
    of graph: any ContactGraph, keptBy format: String? = nil, in context: ExportContext,
    _ body: (WrittenCard) throws -> Void
  ) throws {
    let coverage = coverageOfCards(under: context.options)
    let sink = OutputSink.inMemory(capacity: 1 << 16)
    let writer = CardWriter(
      version: .v4, kinds: coverage.kinds,
      context: ExportContext(
        output: sink, options: context.options, now: context.now, diagnostics: context.diagnostics))
    let walk = CardWalk(
      graph: graph, kinds: coverage.kinds, relations: coverage.relations, writer: writer,
      adopting: format.map { format in { adopting($0, from: format) } })
    try walk.forEachCard { subject, write in
      try write()
      try writer.finish()
      // The bytes are the sink's own, and are thrown away after this.
      try sink.withBytes { bytes in
        try body(WrittenCard(subject.id, UnsafeMutableBufferPointer(mutating: bytes)))
      }
      sink.removeAll()
    }
  }

  /// The entity is copied only where it must be.
  private static func adopting(_ entity: Entity, from format: String) -> Entity {
    guard entity.keptProperties.contains(where: { $0.format == format }) else { return entity }
    var entity = entity
    for index in entity.keptProperties.indices where entity.keptProperties[index].format == format {
      entity.keptProperties[index].format = name
    }
    return entity
  }
}
