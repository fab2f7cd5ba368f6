import KithCore

extension CardWriter {
  func writeIdentity(_ entity: Entity) throws {
    let foreign = entity.foreignUIDs.filter { !$0.isEmpty }
    if let first = foreign.first { try writeForeignUID(first, of: entity) } else { try writeUUID(entity.id) }
    for uid in foreign.dropFirst() { try line("X-KITH-FOREIGN-UID:", text: uid) }
    guard entity.kind != .person else { return }
    try line(version == .v4 ? "KIND:org" : "X-ABShowAs:COMPANY")
    if entity.kind == .organization { try line("X-KITH-KIND:organization") }
  }

  private func writeUUID(_ id: Identifier) throws {
    out.put(version == .v4 ? "UID:urn:uuid:" : "UID:")
    out.put(id)
    try out.endLine()
  }

  private func writeForeignUID(_ uid: String, of entity: Entity) throws {
    let isURI = uid.utf8.contains(UInt8(ascii: ":"))
    try line(version == .v4 && !isURI ? "UID;VALUE=text:" : "UID:", text: uid)
    guard Identifier(uid: uid) != entity.id else { return }
    out.put("X-KITH-UID:")
    out.put(entity.id)
    try out.endLine()
  }

  func writeNames(_ entity: Entity) throws {
    try line("FN:", text: entity.name)
    if let name = entity.personName {
      out.put("N:")
      try write(name)
    } else if version == .v3 {
      try writeGuessedName(entity)
    }
    try writeList("NICKNAME:", entity.nicknames)
  }

  private func write(_ name: PersonName) throws {
    putList(name.family)
    out.put(UInt8(ascii: ";"))
    putList(name.given)
    out.put(UInt8(ascii: ";"))
    putList(name.additional)
    out.put(UInt8(ascii: ";"))
    putList(name.prefixes)
    out.put(UInt8(ascii: ";"))
    putList(name.suffixes)
    try out.endLine()
  }

  /// 3.0 demands N (RFC 2426 §3.1.2); a company has none.
  private func writeGuessedName(_ entity: Entity) throws {
    guard entity.kind == .person else { return try line("N:;;;;") }
    out.put("N;X-KITH-GUESSED=1:")
    try write(PersonName(parsing: entity.name))
  }

  func writeList(_ name: StaticString, _ texts: [String]) throws {
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    out.put(name)
    putList(texts)
    try out.endLine()
  }

  func writeTimes(_ entity: Entity) throws {
    out.put(version == .v4 ? "CREATED:" : "X-KITH-CREATED:")
    out.put(entity.created, basic: version == .v4)
    try out.endLine()
    out.put("REV:")
    out.put(entity.modified, basic: version == .v4)
    try out.endLine()
  }
}
