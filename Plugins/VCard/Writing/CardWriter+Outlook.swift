import KithCore

/// What Outlook reads under names of its own. kith does not read it back.
extension CardWriter {
  func writeOutlookCopies(_ entity: Entity, _ relations: [OutgoingRelation]) throws {
    guard style.target == .outlook else { return }
    let hasName = entity.keptProperties.contains { $0.name == "X-MS-ANNIVERSARY" }
    if !hasName, let wedding = entity.anniversaries.first(where: { $0.kind == .wedding && $0.date.isComplete }) {
      out.put("X-MS-ANNIVERSARY;X-KITH-COPY=1")
      out.beginValue()
      out.put(raw: DateValue.basic(wedding.date))
      try out.endLine()
    }
    if let spouse = relations.first(where: { $0.type == .spouseOf && isInFile($0) }), !has("X-MS-SPOUSE", in: entity) {
      try copy("X-MS-SPOUSE;N;X-KITH-COPY=1", spouse.object.name)
    }
    if let account = entity.onlineServices.first(where: { $0.user != nil || $0.uri != nil }) {
      try copy("X-MS-IMADDRESS;X-KITH-COPY=1", account.user ?? account.uri ?? "")
    }
  }

  private func has(_ name: String, in entity: Entity) -> Bool {
    entity.keptProperties.contains { $0.name.isEqualIgnoringCase(name) }
  }

  private func copy(_ head: StaticString, _ text: String) throws {
    out.put(head)
    out.beginValue()
    out.put(text: text)
    try out.endLine()
  }

  /// Outlook drops a number or a link without a type.
  func impliedType(_ details: ContactDetails, _ type: String) -> String? {
    style.target == .outlook && details.types.isEmpty ? type : nil
  }
}
