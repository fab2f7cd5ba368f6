import KithCore

/// An ORG of a card: where the person works.
struct Employment {
  var property: RawProperty
  var group: String?
  var name: String
  var units: [String]
  var held: HeldTitle?
}

/// A TITLE or ROLE of a card.
struct HeldTitle {
  var property: RawProperty
  var group: String?
  var text: String
}

extension CardMapper {
  mutating func takeWork(_ property: RawProperty) {
    let group = group(of: property)?.lowercased()
    guard property.kind == .organization else {
      let text = text(property)
      if !text.isEmpty { titles.append(HeldTitle(property: property, group: group, text: text)) }
      return
    }
    let parts = EscapedParts(value(property), separator: ";").map { ByteText.unescaped(ASCII.trimmed($0)) }
    let units = parts.dropFirst().filter { !$0.isEmpty }
    if let name = parts.first, !name.isEmpty {
      employments.append(Employment(property: property, group: group, name: name, units: units))
    } else if !units.isEmpty {
      keep(property)
    }
  }

  /// Pairs ORG with TITLE, by group or else in order, and keeps what is left over.
  mutating func settleWork() {
    if entity.kind != .person {
      settleCompany()
      return
    }
    let roles = titles.filter { $0.property.kind == .role }
    var held = titles.filter { $0.property.kind == .title }
    if held.isEmpty, roles.count == 1, employments.count == 1 {
      held = roles
    } else {
      for role in roles { keep(role.property) }
    }
    pair(held)
    for employment in employments { relations.append(relation(employment)) }
  }

  private mutating func pair(_ held: [HeldTitle]) {
    var inGroup: [String: Int] = [:]
    for (index, employment) in employments.enumerated() {
      if let group = employment.group, inGroup[group] == nil { inGroup[group] = index }
    }
    var next = 0
    for title in held {
      if let group = title.group, let index = inGroup[group], employments[index].held == nil {
        employments[index].held = title
        continue
      }
      while next < employments.count, employments[next].held != nil || isPaired(employments[next], held) { next += 1 }
      if title.group == nil, next < employments.count {
        employments[next].held = title
      } else {
        keep(title.property)
      }
    }
  }

  /// Whether a title of the same group is there for it.
  private func isPaired(_ employment: Employment, _ held: [HeldTitle]) -> Bool {
    guard let group = employment.group else { return false }
    return held.prefix(64).contains { $0.group == group }
  }

  private mutating func relation(_ employment: Employment) -> ImportedRelation {
    let set = set(of: employment.property)
    keepExtras("ORG", of: employment.property, [employment.name] + employment.units, except: WorkParameter.all)
    if let held = employment.held {
      let isRole = held.property.kind == .role
      keepExtras(isRole ? "ROLE" : "TITLE", of: held.property, [held.text], always: isRole)
    }
    let kind: Entity.Kind = set[WorkParameter.kind] == "organization" ? .organization : .company
    return ImportedRelation(
      .id(entity.id), .worksFor, .named(employment.name, kind), title: employment.held?.text, units: employment.units,
      period: WorkParameter.period(in: set))
  }

  /// A company's ORG repeats its name, in 3.0 because kith writes it so.
  private mutating func settleCompany() {
    for employment in employments {
      let isPlain = set(of: employment.property).all.isEmpty && employment.property.group.count == 0
      let isOwn = employment.name == entity.name && employment.units.isEmpty && isPlain && version != "4.0"
      if !isOwn { keep(employment.property) }
    }
    for title in titles { keep(title.property) }
  }
}
