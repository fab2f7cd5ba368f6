import KithCore

/// Writes the rows of `relations`: every relation with both ends named.
struct RelationTableWriter {
  let writer: CSVWriter

  /// Entities come with their relations, so that no name is looked up and memory stays flat.
  func write(_ graph: any ContactGraph) throws {
    let kinds = Set(Entity.Kind.allCases)
    try graph.forEachEntity(of: kinds, relations: Set(RelationType.allCases)) { subject, relations in
      for relation in relations { try row(subject, relation) }
    }
  }

  /// In the order of ``CSVTable/columns``.
  private func row(_ subject: Entity, _ relation: OutgoingRelation) throws {
    try writer.cell(subject.id)
    try writer.cell(subject.name)
    try writer.cell(relation.type.rawValue)
    try writer.cell(relation.object.id)
    try writer.cell(relation.object.name)
    try writer.cell(relation.object.kind.rawValue)
    try writer.cell(relation.title)
    try writer.cell { try $0.list(relation.units) }
    try writer.cell { if let start = relation.period.start { try $0.date(start) } }
    try writer.end(of: relation.period)
    try writer.endRow()
  }
}
