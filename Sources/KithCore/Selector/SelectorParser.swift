/// Reads a selector by recursive descent: `not` binds more than `and`, which need not be said, and that more than `or`.
struct SelectorParser {
  private let tokens: [SelectorToken]
  private var position = 0
  private var depth = 0
  private var terms = 0

  /// - Throws: ``SelectorError``
  static func parse(_ arguments: [String]) throws -> Selector {
    do {
      let tokens = try SelectorScan.tokens(of: arguments)
      guard !tokens.isEmpty else { throw SelectorError(.empty, at: 1) }
      var parser = SelectorParser(tokens: tokens)
      return try parser.whole()
    } catch var error as SelectorError {
      error.typed = arguments.joined(separator: " ")
      throw error
    }
  }

  private init(tokens: [SelectorToken]) { self.tokens = tokens }

  private var next: SelectorToken? { position < tokens.count ? tokens[position] : nil }

  private mutating func whole() throws -> Selector {
    let selector = try disjunction()
    if let rest = next { throw SelectorError(.closesNothing, at: rest.column) }
    return selector
  }

  private mutating func disjunction() throws -> Selector {
    var parts = [try conjunction()]
    while next?.kind == .or {
      position += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws -> Selector {
    var parts = [try negation()]
    while let token = next, token.kind != .or, token.kind != .close {
      if token.kind == .and { position += 1 }
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws -> Selector {
    guard let token = next else { throw missing() }
    switch token.kind {
    case .not:
      position += 1
      return .not(try deeper(at: token.column) { try $0.negation() })
    case .open:
      position += 1
      let selector = try deeper(at: token.column) { try $0.disjunction() }
      guard next?.kind == .close else { throw SelectorError(.unclosedGroup, at: token.column) }
      position += 1
      return selector
    case .term(let pieces): return try term(pieces, at: token.column)
    case .and, .or, .close: throw missing()
    }
  }

  private mutating func term(_ pieces: [SelectorPiece], at column: Int) throws -> Selector {
    terms += 1
    guard terms <= Selector.mostTerms else { throw SelectorError(.tooManyTerms, at: column) }
    position += 1
    return .term(try SelectorTermReader(pieces: pieces, column: column).read(), column: column)
  }

  private mutating func deeper(
    at column: Int, _ body: (inout SelectorParser) throws -> Selector
  ) throws -> Selector {
    depth += 1
    guard depth <= Selector.deepest else { throw SelectorError(.tooDeep, at: column) }
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Where a term should be: after what comes before, or before what stands there.
  private func missing() -> SelectorError {
    if position > 0, let before = tokens[position - 1].word {
      return SelectorError(.noTerm("after '\(before)'"), at: tokens[position - 1].column)
    }
    return SelectorError(.noTerm("before '\(next?.word ?? "")'"), at: next?.column ?? 1)
  }
}

extension SelectorToken {
  /// What it looks like; nil for a term.
  fileprivate var word: String? {
    switch kind {
    case .open: "("
    case .close: ")"
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .term: nil
    }
  }
}
