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

  /// A name alone is kept as it came, and is a relation to somebody of that name where its type is known.
  mutating func takeRelatedName(_ property: RawProperty) {
    let name = text(property)
    if isCopy(property) {
      _ = label(for: property)
      return
    }
    if name.isEmpty { return }
    keep(property)
    guard let related = related(property) else { return }
    let ends: (EntityReference, EntityReference) =
      related.direction == .fromCard ? (.me, .named(name, .person)) : (.named(name, .person), .me)
    relations.append(ImportedRelation(ends.0, related.type, ends.1))
  }

  /// Whether kith wrote the property for other programs, and says the same elsewhere.
  mutating func isCopy(_ property: RawProperty) -> Bool { set(of: property)[RelatedName.copyMark] != nil }

  private func related(_ property: RawProperty) -> RelatedName? {
    if property.kind == .relatedNames {
      guard let group = group(of: property)?.lowercased(), let label = labels[group] else { return nil }
      return RelatedName.byLabel[label.text]
    }
    let name = card.bytes(property.name)
    return RelatedName.byProperty.first { ASCII.equal(name, $0.0) }?.1
  }

  /// A member of a group is kept as it came, since nobody of that UID may be in the file.
  mutating func takeMember(_ property: RawProperty) {
    keep(property)
    guard set(of: property)[GroupCard.relatedMark] == nil, let member = GroupCard.member(text(property)) else { return }
    members.append(member)
  }

  mutating func settleGroup() {
    entity.kind = .organization
  }

  /// Puts the entity's id where the relations stand for the card.
  mutating func settleRelations() {
    for index in relations.indices {
      if relations[index].subject == .me { relations[index].subject = .id(entity.id) }
      if relations[index].object == .me { relations[index].object = .id(entity.id) }
    }
  }
}
