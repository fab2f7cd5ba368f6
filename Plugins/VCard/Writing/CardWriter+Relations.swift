import KithCore

extension CardWriter {
  /// RELATED, in 3.0 under a name of kith's own; employments are ORG.
  func writeRelations(of entity: Entity, _ relations: [OutgoingRelation]) throws {
    for relation in relations where relation.type != .worksFor {
      if isInFile(relation) {
        try write(relation)
        if version != .v4 { try writeName(of: relation, entity) }
      } else {
        lose("relation-outside", "relations to records that are not part of this file were left out", of: entity)
      }
    }
  }

  /// The name for programs that show names alone: Apple's and Google's. kith does not read it back.
  private func writeName(of relation: OutgoingRelation, _ entity: Entity) throws {
    guard relation.object.kind == .person, let label = RelatedName.label(of: relation.type, title: relation.title),
      !isNamed(relation.object, in: entity)
    else { return }
    let group = groups.fresh(in: entity)
    putGroup(group)
    out.put("X-ABRELATEDNAMES;X-KITH-COPY=1")
    out.beginValue()
    out.put(text: relation.object.name)
    try endLine(ContactDetails(label: label), in: group)
    if style.target == .android { try writeAndroidRelation(relation, label: label) }
  }

  /// Whether a property that came with the card names the person already.
  private func isNamed(_ person: EntitySummary, in entity: Entity) -> Bool {
    if let namedPeople { return namedPeople.contains(person.name) }
    var names: Set<String> = []
    for property in entity.keptProperties where property.name.isEqualIgnoringCase("X-ABRELATEDNAMES") {
      var value = property.value
      names.insert(value.withUTF8(ByteText.unescaped))
    }
    namedPeople = names
    return names.contains(person.name)
  }

  private func word(for relation: OutgoingRelation) -> String {
    if let relatedWord, relatedWord.type == relation.type, relation.title == nil { return relatedWord.text }
    let word = RelatedType.word(for: relation.type, title: relation.title)
    if relation.title == nil { relatedWord = (relation.type, word) }
    return word
  }

  private func write(_ relation: OutgoingRelation) throws {
    out.put(version == .v4 ? "RELATED;TYPE=" : "X-KITH-RELATED;TYPE=")
    out.put(raw: word(for: relation))
    if let title = relation.title, !RelatedType.carriesTitle(relation.type, title) {
      putParameter("X-KITH-TITLE", title)
    }
    if !relation.units.isEmpty { putOwnParameter(Parameter(name: WorkParameter.units, values: relation.units)) }
    putPeriod(relation.period)
    out.beginValue()
    out.put("urn:uuid:")
    out.put(relation.object.id)
    try out.endLine()
  }
}
