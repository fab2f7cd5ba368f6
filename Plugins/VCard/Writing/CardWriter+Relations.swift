import KithCore

extension CardWriter {
  /// RELATED, in 3.0 under a name of kith's own; employments are ORG.
  func writeRelations(of entity: Entity, _ relations: [OutgoingRelation]) throws {
    for relation in relations where relation.type != .worksFor {
      if isInFile(relation) {
        try write(relation)
      } else {
        lose("relation-outside", "relations to records that are not part of this file were left out", of: entity)
      }
    }
  }

  private func write(_ relation: OutgoingRelation) throws {
    out.put(version == .v4 ? "RELATED;TYPE=" : "X-KITH-RELATED;TYPE=")
    out.put(raw: RelatedType.word(for: relation.type, title: relation.title))
    if let title = relation.title, !RelatedType.carriesTitle(relation.type, title) {
      putParameter("X-KITH-TITLE", title)
    }
    if !relation.units.isEmpty { putParameter(Parameter(name: WorkParameter.units, values: relation.units)) }
    putPeriod(relation.period)
    out.put(":urn:uuid:")
    out.put(relation.object.id)
    try out.endLine()
  }
}
