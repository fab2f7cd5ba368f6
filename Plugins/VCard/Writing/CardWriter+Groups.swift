import KithCore

extension CardWriter {
  /// Writes an entity that came as a group card, with those who are its members now.
  /// - Parameter isNoMember: whether an identity is in the graph and is no member, in this file or outside it.
  func writeGroup(
    _ entity: Entity, _ relations: [OutgoingRelation], members: [GroupMembers.Member],
    isNoMember: (Identifier) throws -> Bool
  ) throws {
    var entity = entity
    let ids = Set(members.map(\.id)).union(members.compactMap { $0.uid.map(Identifier.init(uid:)) })
    var named: Set<Identifier> = []
    try entity.keptProperties.removeAll { property in
      guard GroupCard.isMember(property), let id = GroupCard.member(property.value) else { return false }
      named.insert(id)
      // Whoever is known and no member any more was taken out; others may be in another file.
      return try !ids.contains(id) && isNoMember(id)
    }
    for member in members {
      let isNamed = named.contains(member.id) || member.uid.map { named.contains(Identifier(uid: $0)) } == true
      if !isNamed { entity.keptProperties.append(CardWriter.property(for: member)) }
    }
    try write(entity, relations)
  }

  private static func property(for member: GroupMembers.Member) -> KeptProperty {
    let mark = member.isMoreThanMember ? [Parameter(name: GroupCard.relatedMark, values: ["1"])] : []
    return KeptProperty(format: VCardFormat.name, name: "MEMBER", parameters: mark, value: uri(of: member))
  }

  private static func uri(of member: GroupMembers.Member) -> String {
    guard let uid = member.uid else { return "urn:uuid:" + member.id.description }
    return uid.utf8.contains(UInt8(ascii: ":")) ? uid : "urn:uuid:" + uid
  }

  static func identifier(ofTag tag: String) -> Identifier { Identifier(name: "vcard tag " + tag) }

  /// A group card for a tag, which kith does not read back: the members' cards have the tag.
  func writeTag(_ tag: String, members: [GroupMembers.Member]) throws {
    groups.startCard()
    try beginCard()
    try writeUUID(CardWriter.identifier(ofTag: tag))
    try line(version == .v4 ? "KIND:group" : "X-ADDRESSBOOKSERVER-KIND:group")
    try line("X-KITH-LIST:tag")
    try line("FN", text: tag)
    if version != .v4 { try line("N", part: tag) }
    for member in members {
      out.put(version == .v4 ? "MEMBER" : "X-ADDRESSBOOKSERVER-MEMBER")
      out.beginValue()
      out.put(uri: CardWriter.uri(of: member))
      try out.endLine()
      if out.isFull { try out.flushLines() }
    }
    try line("END:VCARD")
  }
}
