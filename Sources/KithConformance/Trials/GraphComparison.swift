import KithCore

/// Says in which respects two graphs differ.
enum GraphComparison {
  static func differences(_ left: InMemoryGraph, _ right: InMemoryGraph) -> [String] {
    var messages: [String] = []
    if left.owner != right.owner { messages.append("the owner is another") }
    messages += difference("entities", left.entities, right.entities) { fields($0, $1) }
    messages += difference("relations", left.relations, right.relations) { "'\($0.type)' and '\($1.type)'" }
    messages += difference("interactions", left.interactions, right.interactions) { "\($0.id) and \($1.id)" }
    messages += difference("applications", left.applications, right.applications) { "\($0.id) and \($1.id)" }
    messages += difference("follow-ups", left.followUps, right.followUps) { "\($0.id) and \($1.id)" }
    messages += difference("pieces of feedback", left.feedback, right.feedback) { "\($0.id) and \($1.id)" }
    messages += difference("introductions", left.introductions, right.introductions) { "\($0.id) and \($1.id)" }
    messages += difference("intervals of touch", left.keepInTouch, right.keepInTouch) {
      "\($0.entity) and \($1.entity)"
    }
    return messages
  }

  private static func difference<Record: Equatable>(
    _ what: String, _ left: [Record], _ right: [Record], _ details: (Record, Record) -> String
  ) -> [String] {
    if left == right { return [] }
    if left.count != right.count { return ["\(left.count) \(what) became \(right.count)"] }
    let first = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
    return first.map { ["\(what) differ at number \($0.offset + 1): \(details($0.element.0, $0.element.1))"] } ?? []
  }

  private static func fields(_ left: Entity, _ right: Entity) -> String {
    var names: [String] = []
    if left.id != right.id { names.append("id") }
    if left.kind != right.kind { names.append("kind") }
    if left.name != right.name { names.append("name") }
    if left.created != right.created { names.append("created") }
    if left.modified != right.modified { names.append("modified") }
    if left.doNotAsk != right.doNotAsk { names.append("doNotAsk") }
    names += EntityField.allCases.filter { !hasSame($0, left, right) }.map(\.rawValue)
    return names.joined(separator: ", ")
  }

  private static func hasSame(_ field: EntityField, _ left: Entity, _ right: Entity) -> Bool {
    switch field {
    case .personName: left.personName == right.personName
    case .nicknames: left.nicknames == right.nicknames
    case .emails: left.emails == right.emails
    case .phones: left.phones == right.phones
    case .addresses: left.addresses == right.addresses
    case .onlineServices: left.onlineServices == right.onlineServices
    case .links: left.links == right.links
    case .anniversaries: left.anniversaries == right.anniversaries
    case .period: left.period == right.period
    case .notes: left.notes == right.notes
    case .tags: left.tags == right.tags
    case .customFields: left.customFields == right.customFields
    case .photo: left.photo == right.photo
    case .foreignUIDs: left.foreignUIDs == right.foreignUIDs
    case .keptProperties: left.keptProperties == right.keptProperties
    }
  }
}
