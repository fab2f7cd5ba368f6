import KithCore

extension CardMapper {
  /// RELATED that points at a UUID and says nothing that a relation cannot hold; any other is kept.
  mutating func takeRelated(_ property: RawProperty) {
    let set = set(of: property)
    let text = text(property)
    let (title, period) = (set[WorkParameter.title], WorkParameter.period(in: set))
    let units = set.others.first { $0.name.isEqualIgnoringCase(WorkParameter.units) }?.values ?? []
    let known = set.valueType == "uri" ? WorkParameter.all.union(["VALUE"]) : WorkParameter.all
    let meanings = set.types.map(RelatedType.meaning)
    let saysMore = property.group.count > 0 || set.preference != nil || !set.others(except: known).isEmpty
    guard let other = Identifier(uuid: text), !saysMore, !meanings.isEmpty, meanings.allSatisfy({ $0 != nil })
    else {
      if !text.isEmpty { keep(property) }
      return
    }
    for case let meaning? in meanings {
      // The card's own id is known when all of it is read: it stands in as the user for now.
      let isFromCard = meaning.direction == .fromCard
      let ends: (EntityReference, EntityReference) = isFromCard ? (.me, .id(other)) : (.id(other), .me)
      relations.append(
        ImportedRelation(ends.0, meaning.type, ends.1, title: meaning.title ?? title, units: units, period: period))
    }
  }

  /// Puts the entity's id where the relations stand for the card.
  mutating func settleRelations() {
    for index in relations.indices {
      if relations[index].subject == .me { relations[index].subject = .id(entity.id) }
      if relations[index].object == .me { relations[index].object = .id(entity.id) }
    }
  }
}
