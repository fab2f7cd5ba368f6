import KithCore

/// What a selector means, found by looking at everything in memory: slow, and with nothing of the store's in it but whom
/// a name means.
struct NaiveSelection {
  let graph: InMemoryGraph
  let today: CivilDay
  /// Whom a name means among kinds.
  let named: (String, Set<Entity.Kind>) throws -> Set<Identifier>

  func select(_ selector: Selector) throws -> Set<Identifier> {
    // Where nothing has to be so of somebody for it to hold, it is about people.
    let isOpen = try holds(selector) { _ in false }
    let saysKind = selector.terms.contains { if case .kind = $0 { true } else { false } }
    let all = graph.entities.filter { !isOpen || saysKind || $0.kind == .person }
    return Set(try all.filter { entity in try holds(selector) { try holds($0, of: entity) } }.map(\.id))
  }

  private func holds(_ selector: Selector, _ term: (Selector.Term) throws -> Bool) throws -> Bool {
    switch selector {
    case .term(let inner, _): return try term(inner)
    case .not(let part): return try !holds(part, term)
    case .and(let parts): return try parts.allSatisfy { try holds($0, term) }
    case .or(let parts): return try parts.contains { try holds($0, term) }
    }
  }

  private func holds(_ term: Selector.Term, of entity: Entity) throws -> Bool {
    let isOther = entity.kind == .person && entity.id != graph.owner
    switch term {
    case .kind(let kind): return entity.kind == kind
    case .reference(let name): return try named(name, Set(Entity.Kind.allCases)).contains(entity.id)
    case .tag(let tag): return entity.tags.contains { SearchKey.fold($0) == SearchKey.fold(tag) }
    case .company(let name, let tense):
      return isTied(entity.id, to: try named(name, [.company, .organization]), tense)
    case .event(let name): return wasAt(try named(name, [.event]), entity.id)
    case .via(let name):
      let people = try named(name, [.person])
      return graph.relations.contains {
        $0.subject == entity.id && people.contains($0.object) && [.introducedBy, .referredBy].contains($0.type)
      }
    case .tie(.role(let role)):
      return graph.applications.flatMap(\.involved).contains { $0.person == entity.id && $0.role == role }
    case .tie(.relation(let type)):
      return graph.relations.contains {
        $0.type == type
          && (($0.subject == graph.owner && $0.object == entity.id)
            || ($0.object == graph.owner && $0.subject == entity.id))
      }
    case .rejected(let span):
      let days = span.packed(today: today)
      let noes = graph.applications.filter {
        $0.outcome?.kind == .rejected && days.contains($0.outcome?.date?.packed ?? 0)
      }
      return isTied(entity.id, to: Set(noes.map(\.company)), nil)
    case .due(let horizon): return isDue(entity.id, horizon)
    case .idle(let interval):
      let days = Selector.Span.within(interval).packed(today: today)
      return isOther && !touches(of: entity.id).contains { days.contains($0) }
    case .met(let span): return isOther && wasMet(entity, span)
    case .field(.title, let text):
      return graph.relations.contains {
        $0.subject == entity.id && $0.type == .worksFor && !$0.period.isOver(on: today.date)
          && matches($0.title ?? "", text, .words)
      }
    case .field(let field, let text): return field.values(of: entity).contains { matches($0, text, field.comparison) }
    case .custom(let name, let text):
      return entity.customFields.contains {
        SearchKey.words($0.name) == SearchKey.words(name) && matches($0.value, text, .words)
      }
    case .saved: return false
    }
  }

  private func isTied(_ person: Identifier, to companies: Set<Identifier>, _ tense: Selector.Term.Tense?) -> Bool {
    let types: Set<RelationType> = [.worksFor, .memberOf, .founded, .recruitsFor]
    let edges = graph.relations.filter {
      $0.subject == person && companies.contains($0.object) && types.contains($0.type)
    }
    switch tense {
    case .now: return edges.contains { !$0.period.isOver(on: today.date) }
    case .past: return edges.contains { $0.period.isOver(on: today.date) }
    case nil:
      return !edges.isEmpty
        || graph.applications.contains {
          companies.contains($0.company) && $0.involved.contains { $0.person == person }
        }
    }
  }

  private func wasAt(_ events: Set<Identifier>, _ id: Identifier) -> Bool {
    graph.relations.contains { $0.subject == id && events.contains($0.object) }
      || graph.interactions.contains { $0.participants.contains(id) && $0.event.map(events.contains) == true }
  }

  private func touches(of id: Identifier) -> [Int] {
    graph.interactions.filter { $0.participants.contains(id) }.map(\.date.packed)
  }

  private func isDue(_ id: Identifier, _ horizon: Selector.Horizon) -> Bool {
    let open = graph.followUps.filter { $0.entity == id && $0.isOpen }
    if horizon == .any, !open.isEmpty { return true }
    let last = horizon.last(today: today).date
    let days = open.compactMap(\.due) + graph.keepInTouch.filter { $0.entity == id }.compactMap(\.due)
    return days.contains { $0.date <= last }
  }

  private func wasMet(_ entity: Entity, _ span: Selector.Span) -> Bool {
    let ends = [entity.id, graph.owner]
    let meetings = graph.relations.filter {
      $0.type == .met && ends.contains($0.subject) && ends.contains($0.object) && $0.subject != $0.object
    }
    if span == .any { return !meetings.isEmpty || !touches(of: entity.id).isEmpty }
    let dates = (meetings.compactMap(\.period.start?.packed) + touches(of: entity.id)).filter { $0 >= 10000 }
    let recorded = CivilDay(daysSince1970: entity.created.secondsSince1970 / 86400).date.packed
    return span.packed(today: today).contains(dates.min() ?? recorded)
  }

  private func matches(_ value: String, _ wanted: String?, _ comparison: Selector.FieldTest.Comparison) -> Bool {
    guard let wanted else { return !value.isEmpty }
    let part = SearchKey.fold(value).contains(SearchKey.fold(wanted))
    switch comparison {
    case .part: return part
    case .digits:
      let digits = wanted.filter { ("0"..."9").contains($0) }
      return digits.isEmpty ? part : value.filter { ("0"..."9").contains($0) }.contains(digits)
    case .words:
      let words = SearchKey.words(wanted)
      if words.isEmpty { return part }
      return words.allSatisfy { word in SearchKey.words(value).contains { $0.hasPrefix(word) } }
    }
  }
}
