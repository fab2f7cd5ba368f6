/// A part of a term as typed: within quotes or not.
struct SelectorPiece: Hashable {
  var text: String
  let isQuoted: Bool
}

struct SelectorToken: Hashable {
  enum Kind: Hashable {
    case open, close, and, or, not
    case term([SelectorPiece])
  }

  private(set) var kind: Kind
  let column: Int

  /// Adds to a term in place: a name may have many words.
  mutating func append(_ more: [SelectorPiece]) {
    guard case .term(var pieces) = kind else { return }
    kind = .and
    pieces.append(contentsOf: more)
    kind = .term(pieces)
  }
}

/// Takes the arguments of a command apart.
///
/// An argument may be a term with spaces in it, as a shell hands over `@"Analytical Engines":now`, or a whole expression in
/// quotation marks. So words within one argument that begin no term of their own go on with the one before.
struct SelectorScan {
  private(set) var tokens: [SelectorToken] = []
  /// The column before the next argument.
  private var base = 0

  /// - Throws: ``SelectorError``
  static func tokens(of arguments: [String]) throws -> [SelectorToken] {
    var scan = SelectorScan()
    for argument in arguments { try scan.add(argument) }
    return scan.tokens
  }

  private mutating func add(_ argument: String) throws {
    let characters = Array(argument.unicodeScalars)
    let lexemes = try SelectorScan.lexemes(of: characters, base: base)
    base += characters.count + 1
    for index in lexemes.indices { append(lexemes, index) }
  }

  private mutating func append(_ lexemes: [SelectorToken], _ index: Int) {
    let lexeme = lexemes[index]
    guard case .term(let pieces) = lexeme.kind else { return tokens.append(lexeme) }
    if let keyword = SelectorScan.keyword(pieces), SelectorScan.isMeant(keyword, at: index, of: lexemes) {
      tokens.append(SelectorToken(kind: keyword, column: lexeme.column))
    } else if index > 0, case .term = lexemes[index - 1].kind, goesOn(pieces) {
      tokens[tokens.count - 1].append([SelectorPiece(text: " ", isQuoted: false)] + pieces)
    } else {
      tokens.append(lexeme)
    }
  }

  /// Whether these go on with the term before.
  private func goesOn(_ pieces: [SelectorPiece]) -> Bool {
    guard case .term(let before)? = tokens.last?.kind, before.last?.isQuoted == false else { return false }
    return SelectorScan.goesOn(pieces, after: before)
  }

  // MARK: Words

  private static func keyword(_ pieces: [SelectorPiece]) -> SelectorToken.Kind? {
    guard pieces.count == 1, !pieces[0].isQuoted else { return nil }
    switch pieces[0].text {
    case "and", "AND": return .and
    case "or", "OR": return .or
    case "not", "NOT": return .not
    default: return nil
    }
  }

  /// `and` between plain words of one argument is a part of the name: `@Marks and Spencer`.
  private static func isMeant(_ keyword: SelectorToken.Kind, at index: Int, of lexemes: [SelectorToken]) -> Bool {
    guard keyword == .and, index > 0, index + 1 < lexemes.count else { return true }
    guard case .term(let before) = lexemes[index - 1].kind, before.last?.isQuoted == false,
      case .term(let after) = lexemes[index + 1].kind
    else { return true }
    return beginsTerm(after) || SelectorScan.keyword(after) != nil
  }

  /// Whether it is the next word of a term. `Engines:now` is, after `@Analytical`.
  private static func goesOn(_ pieces: [SelectorPiece], after before: [SelectorPiece]) -> Bool {
    if !beginsTerm(pieces) { return true }
    guard pieces.count == 1, before.first?.isQuoted == false, let first = before.first?.text,
      first.unicodeScalars.first == "@" || first.hasPrefix("company:")
    else { return false }
    return Selector.Term.Tense.allCases.contains { pieces[0].text.lowercased().hasSuffix(":\($0.rawValue)") }
      && pieces[0].text.unicodeScalars.first != "@"
  }

  /// Whether it cannot be the next word of a name.
  private static func beginsTerm(_ pieces: [SelectorPiece]) -> Bool {
    guard let first = pieces.first else { return false }
    if first.isQuoted { return true }
    if let sigil = first.text.unicodeScalars.first, sigil == "@" || sigil == "+" {
      return first.text.unicodeScalars.count > 1 || pieces.count > 1
    }
    return SelectorTermReader.key(of: pieces) != nil
  }

  // MARK: Scalars, so that nothing that is typed after a mark can make another of it

  /// Parentheses and words, the latter as terms.
  private static func lexemes(of characters: [Unicode.Scalar], base: Int) throws -> [SelectorToken] {
    var found: [SelectorToken] = []
    var index = 0
    while index < characters.count {
      let column = base + index + 1
      switch characters[index] {
      case "(": found.append(SelectorToken(kind: .open, column: column))
      case ")": found.append(SelectorToken(kind: .close, column: column))
      case let character where character.properties.isWhitespace: break
      default:
        let pieces = try word(in: characters, from: &index, base: base)
        found.append(SelectorToken(kind: .term(pieces), column: column))
        continue
      }
      index += 1
    }
    return found
  }

  /// To the next space, or a parenthesis that closes one before the word: `f(x)` is a word.
  private static func word(
    in characters: [Unicode.Scalar], from index: inout Int, base: Int
  ) throws -> [SelectorPiece] {
    var pieces: [SelectorPiece] = []
    var quote: Int?
    var open = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\"" {
        if quote == nil { pieces.append(SelectorPiece(text: "", isQuoted: true)) }
        quote = quote == nil ? index : nil
      } else if quote != nil {
        pieces[pieces.count - 1].text.unicodeScalars.append(character)
      } else {
        if character.properties.isWhitespace || (character == ")" && open == 0) { break }
        if character == "(", keyword(pieces) != nil { break }
        if character == "(" { open += 1 }
        if character == ")" { open -= 1 }
        if pieces.last?.isQuoted ?? true { pieces.append(SelectorPiece(text: "", isQuoted: false)) }
        pieces[pieces.count - 1].text.unicodeScalars.append(character)
      }
      index += 1
    }
    if let quote { throw SelectorError(.unclosedQuote, at: base + quote + 1) }
    return pieces
  }
}
