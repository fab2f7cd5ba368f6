/// Which records are meant, as a tree: `@acme:now (+compilers or +swift) not idle:90d`.
///
/// ``SelectorParser`` makes it of what somebody typed, once; everything that narrows by it reads the tree.
public indirect enum Selector: Hashable, Sendable {
  /// `column` is where the term stands in what was typed, from 1; 0 where nobody typed it.
  case term(Term, column: Int)
  case not(Selector)
  case and([Selector])
  case or([Selector])

  /// Of the arguments of a command; nil if there are none.
  ///
  /// - Throws: ``SelectorError``
  public init?(_ arguments: [String]) throws {
    guard !arguments.isEmpty else { return nil }
    self = try SelectorParser.parse(arguments)
  }

  /// - Throws: ``SelectorError``
  public init(_ text: String) throws { self = try SelectorParser.parse([text]) }

  public static func term(_ term: Term) -> Selector { .term(term, column: 0) }

  /// How many terms there are at most, and how deep they may stand in each other.
  public static let mostTerms = 200
  public static let deepest = 200
}

extension Selector {
  /// Its terms in the order in which they were typed.
  public var terms: [Term] {
    switch self {
    case .term(let term, _): [term]
    case .not(let part): part.terms
    case .and(let parts), .or(let parts): parts.flatMap(\.terms)
    }
  }

  /// The tags that it says somebody has not; of a normalized one.
  public var excludedTags: [String] {
    switch self {
    case .not(.term(.tag(let tag), _)): [tag]
    case .term, .not: []
    case .and(let parts), .or(let parts): parts.flatMap(\.excludedTags)
    }
  }

  /// How deep the terms stand at most; 0 for a term alone.
  public var depth: Int {
    switch self {
    case .term: 0
    case .not(let part): part.depth + 1
    case .and(let parts), .or(let parts): (parts.map(\.depth).max() ?? 0) + 1
    }
  }

  /// The same with people alone, where it only says what somebody is not: `not +met` means people without that tag, and
  /// not the companies that nobody tags. A `kind:` anywhere says what is meant.
  public var grounded: Selector {
    guard isOpen, !terms.contains(where: \.isKind) else { return self }
    return .and([.term(.kind(.person)), self])
  }

  /// Whether it holds of a record for which no term does.
  private var isOpen: Bool {
    switch self {
    case .term: false
    case .not(let part): !part.isOpen
    case .and(let parts): parts.allSatisfy(\.isOpen)
    case .or(let parts): parts.contains(where: \.isOpen)
    }
  }

  /// The same with every `not` at a term, no `and` within an `and` and no `or` within an `or`.
  public var normalized: Selector { normalized(isNegated: false) }

  private func normalized(isNegated: Bool) -> Selector {
    switch self {
    case .term: return isNegated ? .not(self) : self
    case .not(let part): return part.normalized(isNegated: !isNegated)
    case .and(let parts): return Selector.joined(parts, isNegated: isNegated, isAnd: !isNegated)
    case .or(let parts): return Selector.joined(parts, isNegated: isNegated, isAnd: isNegated)
    }
  }

  private static func joined(_ parts: [Selector], isNegated: Bool, isAnd: Bool) -> Selector {
    let flat = parts.flatMap { part -> [Selector] in
      switch part.normalized(isNegated: isNegated) {
      case .and(let inner) where isAnd: inner
      case .or(let inner) where !isAnd: inner
      case let other: [other]
      }
    }
    return flat.count == 1 ? flat[0] : isAnd ? .and(flat) : .or(flat)
  }

  /// The kinds among which it can find anything: where to look.
  public var kinds: Set<Entity.Kind> {
    switch self {
    case .term(let term, _): term.kinds
    case .not(.term(.kind(let kind), _)): Set(Entity.Kind.allCases).subtracting([kind])
    case .not: Set(Entity.Kind.allCases)
    case .and(let parts): parts.reduce(Set(Entity.Kind.allCases)) { $0.intersection($1.kinds) }
    case .or(let parts): parts.reduce([]) { $0.union($1.kinds) }
    }
  }
}
