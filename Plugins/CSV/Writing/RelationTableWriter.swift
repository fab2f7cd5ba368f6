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
    writer.cell(subject.id)
    writer.cell(subject.name)
    writer.cell(relation.type.rawValue)
    writer.cell(relation.object.id)
    writer.cell(relation.object.name)
    writer.cell(relation.object.kind.rawValue)
    writer.cell(relation.title)
    writer.beginCell()
    writer.list(relation.units)
    writer.endCell()
    writer.cell(relation.period.start)
    writer.cell(endOf: relation.period)
    try writer.endRow()
  }
}
