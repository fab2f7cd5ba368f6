import KithCore

extension CardWriter {
  func writeIdentity(_ entity: Entity) throws {
    let foreign = entity.foreignUIDs.filter { !$0.isEmpty }
    if let first = foreign.first { try writeForeignUID(first, of: entity) } else { try writeUUID(entity.id) }
    for uid in foreign.dropFirst() { try line("X-KITH-FOREIGN-UID", text: uid) }
    guard entity.kind != .person else { return }
    if GroupCard.isOne(entity) {
      return try line(version == .v4 ? "KIND:group" : "X-ADDRESSBOOKSERVER-KIND:group")
    }
    try line(version == .v4 ? "KIND:org" : "X-ABShowAs:COMPANY")
    if entity.kind == .organization { try line("X-KITH-KIND:organization") }
  }

  func writeUUID(_ id: Identifier) throws {
    out.put(version == .v4 ? "UID:urn:uuid:" : "UID:")
    out.put(id)
    try out.endLine()
  }

  private func writeForeignUID(_ uid: String, of entity: Entity) throws {
    let isURI = uid.utf8.contains(UInt8(ascii: ":"))
    try line(version == .v4 && !isURI ? "UID;VALUE=text" : "UID", text: uid)
    guard Identifier(uid: uid) != entity.id else { return }
    out.put("X-KITH-UID:")
    out.put(entity.id)
    try out.endLine()
  }

  func writeNames(_ entity: Entity) throws {
    putHead("FN", with: extras.take("FN", of: [entity.name]))
    out.put(text: entity.name)
    try out.endLine()
    if let name = entity.personName {
      let found = extras.take("N", of: PropertyExtras.texts(of: name))
      if let group = found?.group.flatMap(CardWriter.groupName) { putGroup(group) }
      out.put("N")
      let sorting = putNameParameters(found, of: entity)
      out.beginValue()
      put(name)
      putRestOfName(entity)
      try out.endLine()
      if let sorting { try line("SORT-STRING", text: sorting) }
    } else if version != .v4 {
      try writeGuessedName(entity)
    }
    try writeList("NICKNAME", entity.nicknames, or: "X-NICKNAME")
  }

  /// Gives the text of SORT-STRING where the version has that for SORT-AS.
  private func putNameParameters(_ found: KeptProperty?, of entity: Entity) -> String? {
    var (sorting, isSaid): (String?, Bool) = (nil, false)
    for var parameter in found?.parameters ?? [] where parameter.name != PropertyExtras.mark {
      if SortString.isParameter(parameter), version != .v4 {
        sorting = parameter.values.joined(separator: ",")
        continue
      }
      if parameter.name == SortString.misplaced { parameter.name = SortString.parameter }
      isSaid = isSaid || SortString.isParameter(parameter)
      putParameter(parameter)
    }
    if version == .v4, !isSaid, let kept = entity.keptProperties.first(where: SortString.isOne) {
      putParameter("SORT-AS", SortString.text(of: kept))
      isSorted = true
    }
    return sorting
  }

  private func putRestOfName(_ entity: Entity) {
    guard version == .v4, let rest = entity.keptProperties.first(where: { $0.name == CardWriter.restOfName }) else {
      return
    }
    out.put(UInt8(ascii: ";"))
    out.put(raw: rest.value)
  }

  private func put(_ name: PersonName) {
    putPart(name.family, separator: " ")
    out.put(UInt8(ascii: ";"))
    putPart(name.given, separator: " ")
    out.put(UInt8(ascii: ";"))
    putPart(name.additional, separator: " ")
    out.put(UInt8(ascii: ";"))
    putPart(name.prefixes, separator: " ")
    out.put(UInt8(ascii: ";"))
    putPart(name.suffixes, separator: " ")
  }

  /// 2.1 and 3.0 demand N (RFC 2426 §3.1.2); a company has none.
  private func writeGuessedName(_ entity: Entity) throws {
    guard entity.kind == .person else {
      if !entity.keptProperties.contains(where: { $0.name.isEqualIgnoringCase("N") }) { try line("N:;;;;") }
      return
    }
    out.put("N;X-KITH-GUESSED=1")
    out.beginValue()
    put(PersonName(parsing: entity.name))
    try out.endLine()
  }

  /// One property, or more where some of the texts came in one with extras of its own.
  /// - Parameter other: another name under which they may have come.
  func writeList(_ name: StaticString, _ texts: [String], or other: StaticString? = nil) throws {
    if extras.isEmpty { return try writePlainList(name, texts[...]) }
    var (plain, index) = (0, 0)
    while index < texts.count {
      let rest = texts[index...]
      let named = extras.takeList("\(name)", of: rest)
      guard let (found, count) = named ?? other.flatMap({ extras.takeList("\($0)", of: rest) }) else {
        index += 1
        continue
      }
      try writePlainList(name, texts[plain..<index])
      putHead(named == nil ? other ?? name : name, with: found)
      putList(texts[index..<index + count])
      try out.endLine()
      index += count
      plain = index
    }
    try writePlainList(name, texts[plain...])
  }

  private func writePlainList(_ name: StaticString, _ texts: ArraySlice<String>) throws {
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    putHead(name, with: nil)
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
