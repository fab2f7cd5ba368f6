import KithCore

/// The order in which a graph's cards are written, whatever their syntax: entities first, then the group cards, whose
/// members are known by then, then the lists made of tags.
struct CardWalk {
  /// Who a card is of, and the UID that it says.
  struct Subject {
    let id: Identifier
    let uid: String
  }

  let graph: any ContactGraph
  let kinds: Set<Entity.Kind>
  let relations: Set<RelationType>
  let writer: CardWriter
  /// What becomes of an entity before it is written; nil where nothing does.
  var adopting: ((Entity) -> Entity)?

  /// Hands over each card with what writes it.
  func forEachCard(_ body: (Subject, _ write: () throws -> Void) throws -> Void) throws {
    let groups = try groupCards()
    var members = GroupMembers(of: groups, withTags: writer.style.listsAreGroups)
    try graph.forEachEntity(of: kinds, relations: relations) { entity, relations in
      if groups.contains(entity.id) { return }
      members.take(entity, relations)
      try body(CardWalk.subject(entity)) {
        if let adopting { try writer.write(adopting(entity), relations) } else { try writer.write(entity, relations) }
      }
    }
    if !groups.isEmpty { try writeGroups(members, body) }
    for tag in members.tags {
      let id = CardWriter.identifier(ofTag: tag)
      try body(Subject(id: id, uid: id.description)) { try writer.writeTag(tag, members: members.byTag[tag] ?? []) }
    }
  }

  /// The organizations that came as group cards; there are few of them.
  private func groupCards() throws -> Set<Identifier> {
    var groups: Set<Identifier> = []
    guard kinds.contains(.organization) else { return groups }
    try graph.forEachEntity(of: [.organization], relations: []) { entity, _ in
      if GroupCard.isOne(entity) { groups.insert(entity.id) }
    }
    return groups
  }

  private func writeGroups(
    _ members: GroupMembers, _ body: (Subject, _ write: () throws -> Void) throws -> Void
  ) throws {
    try graph.forEachEntity(of: [.organization], relations: relations) { entity, relations in
      guard GroupCard.isOne(entity) else { return }
      let subjects = Set(try graph.relations(touching: [entity.id], of: [.memberOf]).map(\.subject))
      try body(CardWalk.subject(entity)) {
        let entity = adopting?(entity) ?? entity
        try writer.writeGroup(entity, relations, members: members.byGroup[entity.id] ?? []) { id in
          try !subjects.contains(id) && graph.summary(of: id) != nil
        }
      }
    }
  }

  private static func subject(_ entity: Entity) -> Subject {
    Subject(id: entity.id, uid: entity.foreignUIDs.first { !$0.isEmpty } ?? entity.id.description)
  }
}
