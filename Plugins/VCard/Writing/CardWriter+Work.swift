import KithCore

extension CardWriter {
  /// ORG and TITLE of each employment that is not over, each pair in a group of its own where there are several.
  func writeEmployments(of entity: Entity, _ relations: [OutgoingRelation]) throws {
    guard entity.kind == .person else { return try writeOwnName(entity) }
    var count = 0
    for relation in relations where relation.type == .worksFor {
      if isOver(relation) {
        lose("past-employment", "past employments have no place in a vCard", of: entity)
      } else {
        count += 1
      }
    }
    for relation in relations where relation.type == .worksFor && !isOver(relation) {
      try write(relation, in: count > 1 ? groups.fresh(in: entity) : nil)
    }
  }

  /// A company's ORG is its name.
  private func writeOwnName(_ entity: Entity) throws {
    let isKept = entity.keptProperties.contains { $0.name.isEqualIgnoringCase("ORG") }
    if version != .v4, !isKept, !GroupCard.isOne(entity) { try line("ORG", part: entity.name) }
  }

  private func write(_ employment: OutgoingRelation, in group: String?) throws {
    let found = extras.take("ORG", of: [employment.object.name] + employment.units)
    let group = found?.group.flatMap(CardWriter.groupName) ?? group
    if let group { putGroup(group) }
    out.put("ORG")
    putExtraParameters(found)
    if employment.object.kind == .organization { out.put(";X-KITH-KIND=organization") }
    putPeriod(employment.period)
    out.beginValue()
    out.put(part: employment.object.name)
    for unit in employment.units {
      out.put(UInt8(ascii: ";"))
      out.put(part: unit)
    }
    try out.endLine()
    guard let title = employment.title, !title.isEmpty else { return }
    try writeTitle(title, in: group)
  }

  /// A position is read from ROLE where there is no TITLE.
  private func writeTitle(_ title: String, in group: String?) throws {
    let role = extras.take("ROLE", of: [title])
    var found = role ?? extras.take("TITLE", of: [title])
    if group != nil { found?.group = nil }
    putHead(role == nil ? "TITLE" : "ROLE", with: found, in: group)
    out.put(text: title)
    try out.endLine()
  }

  func putPeriod(_ period: Period) {
    if let start = period.start {
      out.put(";X-KITH-START=")
      out.put(start)
    }
    if let end = period.end {
      out.put(";X-KITH-END=")
      out.put(end)
    } else if period.endedAtUnknownDate {
      putParameter("X-KITH-END", WorkParameter.unknownEnd)
    }
  }
}
