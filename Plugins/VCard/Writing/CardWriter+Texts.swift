import KithCore

extension CardWriter {
  func writeTexts(_ entity: Entity) throws {
    for note in entity.notes {
      putHead("NOTE", with: extras.take("NOTE", of: [note]))
      out.put(text: note)
      try out.endLine()
    }
    try writeList("CATEGORIES", entity.tags)
    for field in entity.customFields {
      out.put("X-KITH-FIELD")
      putParameter("X-KITH-NAME", field.name)
      if field.isPrivate { out.put(";X-KITH-PRIVATE=1") }
      out.beginValue()
      out.put(text: field.value)
      try out.endLine()
    }
  }

  /// What came from a vCard and was not understood, in its old place in the world but not in the file.
  func writeKeptProperties(_ entity: Entity) throws {
    for property in entity.keptProperties {
      if property.format != VCardFormat.name {
        lose("foreign-properties", "properties kept for another format have no place in a vCard", of: entity)
      } else if CardWriter.isBoundary(property.name) {
        lose("kept-boundary", "a kept property cannot be called 'BEGIN', 'END' or 'VERSION', nor nothing", of: entity)
      } else if !isWritten(property, of: entity) {
        try write(inVersion(property))
      }
    }
  }

  private func inVersion(_ property: KeptProperty) -> KeptProperty {
    if version != .v4 { return KeptForm.old(property, for: version) }
    return property.name.isEqualIgnoringCase("PHOTO") ? KeptForm.canonical(photo: property) : property
  }

  /// Whether the property that it belongs to has it already, or is gone.
  private func isWritten(_ property: KeptProperty, of entity: Entity) -> Bool {
    PropertyExtras.isExtras(property) || isSorted && SortString.isOne(property)
      || entity.kind != .person && property.name.isEqualIgnoringCase("KIND")
      || version == .v4 && property.name == CardWriter.restOfName && entity.personName != nil
  }

  private static func isBoundary(_ name: String) -> Bool {
    let name = name.filter { $0 != " " }
    return name.isEmpty || ["BEGIN", "END", "VERSION"].contains { name.isEqualIgnoringCase($0) }
  }

  private func write(_ property: KeptProperty) throws {
    if let group = property.group.flatMap(CardWriter.groupName) { putGroup(group) }
    putKeptName(property.name)
    for parameter in property.parameters { putParameter(parameter) }
    if version == .v2, property.name.isEqualIgnoringCase("AGENT"), let lines = NestedCard(property.value)?.lines {
      return try write(lines)
    }
    out.beginValue()
    out.put(raw: property.value)
    let isBinary = version == .v2 && property.parameters.contains { $0.values == ["BASE64"] }
    if isBinary { try out.endBinaryLine() } else { try out.endLine() }
  }

  /// A card as the value of AGENT, as 2.1 has it.
  private func write(_ nested: [[UInt8]]) throws {
    out.put(UInt8(ascii: ":"))
    try out.endLine()
    for line in nested {
      out.put(ascii: line)
      try out.endLine()
    }
  }
}
