import KithCore

/// Gathers, while people are written, which group cards name them: 16 bytes and a little for each membership.
struct GroupMembers {
  struct Member {
    let id: Identifier
    /// The UID on the member's card, where it is not the id.
    let uid: String?
    /// Whether the member's own card says more than that it is one.
    let isMoreThanMember: Bool

    init(_ entity: Entity, isMoreThanMember: Bool = false) {
      id = entity.id
      uid = entity.foreignUIDs.first { !$0.isEmpty }
      self.isMoreThanMember = isMoreThanMember
    }
  }

  private let groups: Set<Identifier>
  private let withTags: Bool
  private(set) var byGroup: [Identifier: [Member]] = [:]
  private(set) var byTag: [String: [Member]] = [:]
  /// The tags in the order in which they were met.
  private(set) var tags: [String] = []

  /// - Parameter groups: the organizations that are group cards; nobody wants the members of others.
  init(of groups: Set<Identifier>, withTags: Bool) {
    self.groups = groups
    self.withTags = withTags
  }

  mutating func take(_ entity: Entity, _ relations: [OutgoingRelation]) {
    if !groups.isEmpty { takeMemberships(entity, relations) }
    guard withTags else { return }
    for tag in entity.tags where !tag.isEmpty {
      if byTag[tag] == nil { tags.append(tag) }
      byTag[tag, default: []].append(Member(entity))
    }
  }

  private mutating func takeMemberships(_ entity: Entity, _ relations: [OutgoingRelation]) {
    for relation in relations where relation.type == .memberOf && groups.contains(relation.object.id) {
      let isMore = relation.title != nil || !relation.units.isEmpty || !relation.period.isEmpty
      byGroup[relation.object.id, default: []].append(Member(entity, isMoreThanMember: isMore))
    }
  }
}
