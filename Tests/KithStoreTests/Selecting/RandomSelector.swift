import KithCore

@testable import KithStore

/// Makes selectors of what is in a graph, and some of what is not.
struct RandomSelector {
  private let names: [String]
  private let companies: [String]
  private let events: [String]
  private let people: [String]
  private let tags: [String]
  private let fields: [CustomField]
  private let texts: [String]
  var random: SeededGenerator

  init(_ graph: InMemoryGraph, seed: UInt64) {
    func names(_ kinds: Entity.Kind...) -> [String] {
      let entities = graph.entities.filter { kinds.contains($0.kind) }
      let whole = (entities.map(\.name) + entities.flatMap(\.nicknames)).filter { $0.utf8.count < 1000 }
      return whole + whole.flatMap(SearchKey.words).map { String($0.prefix(4)) }
    }
    self.names = names(.person, .company, .organization, .event)
    companies = names(.company, .organization)
    events = names(.event)
    people = names(.person)
    // Longer ones are not in the index of tags.
    tags = graph.entities.flatMap(\.tags).filter { $0.utf8.count < 500 } + ["nobody"]
    fields = graph.entities.flatMap(\.customFields)
    let all = graph.entities.flatMap { entity in Selector.Field.allCases.flatMap { $0.values(of: entity) } }
    let values = all.filter { $0.utf8.count < 1000 }
    let parts = values.map { String($0.prefix(12)).trimmingSpaces }.filter { !$0.isEmpty && $0.utf8.count < 200 }
    texts = parts + values.flatMap(SearchKey.words) + ["cto", "a", "7946", "nowhere"]
    random = SeededGenerator(seed)
  }

  mutating func next(depth: Int = 4) -> Selector {
    switch depth == 0 ? 0 : Int.random(in: 0..<8, using: &random) {
    case 0, 1, 2: return .term(term())
    case 3: return .not(next(depth: depth - 1))
    case 4, 5: return .and(parts(depth))
    default: return .or(parts(depth))
    }
  }

  private mutating func parts(_ depth: Int) -> [Selector] {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in next(depth: depth - 1) }
  }

  private mutating func one<Value>(_ values: [Value], _ otherwise: Value) -> Value {
    values.randomElement(using: &random) ?? otherwise
  }

  private mutating func text(_ values: [String]) -> String? { values.randomElement(using: &random) }

  private mutating func interval() -> Interval {
    Interval(Int.random(in: 1...400, using: &random), one([.days, .weeks], .days)) ?? Interval(1, .days)!
  }

  private mutating func span() -> Selector.Span {
    let dates = ["2025", "2026", "2025-05", "2026-05", "2026-11-02", "2024"].compactMap { PartialDate($0) }
    return one([.any, .within(interval()), .during(one(dates, dates[0]))], .any)
  }

  private mutating func term() -> Selector.Term {
    let kind = Selector.Term.kind(one(Entity.Kind.allCases, .person))
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return kind
    case 1: return text(names).map { .reference($0) } ?? kind
    case 2, 3: return text(companies).map { .company($0, one([nil, .now, .past], nil)) } ?? kind
    case 4: return .tag(one(tags, "nobody"))
    case 5: return text(events).map { .event($0) } ?? kind
    case 6: return text(people).map { .via($0) } ?? kind
    case 7: return .idle(interval())
    case 8: return .due(one([.today, .any, .within(interval())], .any))
    case 9: return .met(span())
    case 10: return .rejected(span())
    case 11: return .tie(.role(one(JobApplication.Involvement.Role.allCases, .contact)))
    case 12: return .tie(.relation(one(Selector.Connection.relations, .knows)))
    case 13:
      guard let field = fields.randomElement(using: &random) else { return kind }
      return .custom(field.name, one([nil, field.value, "m"], nil))
    default: return .field(one(Selector.Field.allCases, .name), one([nil, text(texts), text(texts)], nil))
    }
  }
}
