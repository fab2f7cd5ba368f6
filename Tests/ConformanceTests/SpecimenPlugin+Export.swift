import KithCore

extension SpecimenPlugin {
  func export(_ graph: any ContactGraph, in context: ExportContext) throws {
    switch fault {
    case .gathersEverything:
      let gathered = OutputSink.inMemory()
      try write(graph, to: gathered, context.diagnostics)
      try gathered.withBytes { try context.output.write($0) }
    case .writesOnAfterAnError:
      do { try write(graph, to: context.output, context.diagnostics) } catch { try context.output.write("tail") }
    case .wrapsErrors:
      do { try write(graph, to: context.output, context.diagnostics) } catch { throw WrappedError() }
    default: try write(graph, to: context.output, context.diagnostics)
    }
  }

  private func write(_ graph: any ContactGraph, to output: OutputSink, _ diagnostics: DiagnosticLog) throws {
    var writer = JSONWriter(output)
    try line(&writer) { try $0.string("specimen") }
    try writeFault(to: output)
    if fault == .ignoresABrokenGraph {
      _ = try? writeEntities(of: graph, &writer, diagnostics)
    } else if fault != .readsNoEntities {
      try writeEntities(of: graph, &writer, diagnostics)
    }
    try graph.forEachInteraction { interaction in
      try line(&writer) {
        try $0.string("interaction")
        try $0.string(interaction.summary)
      }
    }
  }

  private func writeFault(to output: OutputSink) throws {
    switch fault {
    case .isDifferentEveryTime: try output.write("[\(UInt64.random(in: 0...UInt64.max))]\n")
    case .leaksNotes: try output.write("[\"kithnotesmarker\"]\n")
    case .writesControlCharacters: try output.write("\u{1b}\n")
    case .writesInvalidUTF8: try output.write(UInt8(0xff))
    default: break
    }
  }

  private func writeEntities(
    of graph: any ContactGraph, _ writer: inout JSONWriter, _ diagnostics: DiagnosticLog
  ) throws {
    var writer = writer
    try graph.forEachEntity(of: [.person, .company], relations: [.worksFor]) { entity, relations in
      try line(&writer) {
        try $0.string(entity.kind.rawValue)
        try $0.identifier(entity.id)
        try $0.string(entity.name)
        try strings(&$0, entity.emails.map(\.address))
        try strings(&$0, fault == .dropsNotes ? [] : entity.notes)
      }
      if fault != .hidesDetails { report(entity, relations, diagnostics) }
      for relation in relations {
        try line(&writer) {
          try $0.string("worksFor")
          try $0.identifier(entity.id)
          try $0.identifier(relation.object.id)
        }
      }
    }
  }

  private func report(_ entity: Entity, _ relations: [OutgoingRelation], _ diagnostics: DiagnosticLog) {
    if entity.emails.contains(where: { !$0.details.isEmpty }) {
      diagnostics.report(Diagnostic(.loss, "details", "details of e-mail addresses have no place"))
    }
    for relation in relations where relation.title != nil || !relation.units.isEmpty || !relation.period.isEmpty {
      diagnostics.report(Diagnostic(.loss, "jobs", "titles, units and periods have no place"))
    }
  }

  private func line(_ writer: inout JSONWriter, _ cells: (inout JSONWriter) throws -> Void) throws {
    try writer.beginArray()
    try cells(&writer)
    try writer.endArray()
    try writer.endLine()
  }

  private func strings(_ writer: inout JSONWriter, _ values: [String]) throws {
    try writer.beginArray()
    for value in values { try writer.string(value) }
    try writer.endArray()
  }
}
