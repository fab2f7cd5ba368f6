/// Says what one term means.
struct SelectorTermReader {
  let pieces: [SelectorPiece]
  let column: Int

  private var text: String { pieces.map(\.text).joined() }

  /// - Throws: ``SelectorError``
  func read() throws -> Selector.Term {
    if pieces.first?.isQuoted == false {
      let sigil = text.unicodeScalars.first
      if sigil == "@" { return try company(pieces: pieces, dropping: 1, key: "@") }
      if sigil == "+", !text.dropping(1).allSatisfy({ $0.isNumber || " -()./".contains($0) }) {
        return .tag(text.dropping(1).trimmed)
      }
    }
    guard let key = SelectorTermReader.key(of: pieces) else {
      guard !text.isBlank else { throw SelectorError(.empty, at: column) }
      return .reference(text)
    }
    let value = text.dropping(key.unicodeScalars.count + 1).trimmed
    guard !value.isEmpty else { throw SelectorError(.noValue(key: key), at: column) }
    return try keyed(key, value)
  }

  /// What stands before the first colon that is not quoted, where that can be the name of a field; an id is none.
  static func key(of pieces: [SelectorPiece]) -> String? {
    var key = ""
    for piece in pieces {
      guard !piece.isQuoted, let colon = piece.text.unicodeScalars.firstIndex(of: ":") else {
        if !piece.isQuoted, !piece.text.allSatisfy(isPartOfKey) { return nil }
        key += piece.text
        continue
      }
      let before = piece.text[..<colon]
      key += before
      guard before.allSatisfy(isPartOfKey), key.first?.isLetter == true else { return nil }
      return Identifier(uuid: pieces.map(\.text).joined()) == nil ? key : nil
    }
    return nil
  }

  private static func isPartOfKey(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  /// `acme`, `acme:now`, `acme:past`, after as many characters.
  private func company(pieces: [SelectorPiece], dropping count: Int, key: String) throws -> Selector.Term {
    var name = text.dropping(count)
    var tense: Selector.Term.Tense?
    if let last = pieces.last, !last.isQuoted, let colon = last.text.lastIndex(of: ":") {
      let word = last.text[last.text.index(after: colon)...]
      tense = Selector.Term.Tense(rawValue: word.lowercased())
      if tense != nil { name = String(name.dropLast(word.count + 1)) }
    }
    guard !name.isBlank else { throw SelectorError(.noValue(key: key), at: column) }
    return .company(name.trimmed, tense)
  }

  private func keyed(_ key: String, _ value: String) throws -> Selector.Term {
    let isAny = SearchKey.fold(value) == "any"
    switch SearchKey.fold(key) {
    case "company": return try company(pieces: pieces, dropping: key.unicodeScalars.count + 1, key: key)
    case "event": return .event(value)
    case "tag": return .tag(value)
    case "via": return .via(value)
    case "saved": return .saved(value)
    case "kind": return .kind(try kind(value))
    case "tie": return .tie(try tie(value))
    case "idle": return .idle(try interval(value, key))
    case "due": return .due(isAny ? .any : SearchKey.fold(value) == "today" ? .today : .within(try horizon(value)))
    case "met": return .met(try span(value, key))
    case "rejected": return .rejected(try span(value, key))
    case let name:
      if let field = Selector.Field(rawValue: name) { return .field(field, isAny ? nil : value) }
      return .custom(key, isAny ? nil : value)
    }
  }

  private func kind(_ value: String) throws -> Entity.Kind {
    let word = SearchKey.fold(value)
    if word == "org" { return .organization }
    let kind = Entity.Kind.allCases.first { $0.rawValue == word || $0.plural == word }
    return try kind ?? bad(value, "kind", Entity.Kind.allCases.map(\.rawValue))
  }

  private func tie(_ value: String) throws -> Selector.Connection {
    typealias Role = JobApplication.Involvement.Role
    let word = SelectorTermReader.plain(value)
    if let role = Role.allCases.first(where: { SelectorTermReader.plain($0.rawValue) == word }) { return .role(role) }
    if let role = Role.allCases.first(where: { SelectorTermReader.plain($0.tie.rawValue) == word }) {
      return .role(role)
    }
    let types = Selector.Connection.relations
    if let type = types.first(where: { SelectorTermReader.plain($0.rawValue) == word }) { return .relation(type) }
    return try bad(value, "tie", Role.allCases.map(\.rawValue) + types.map(\.rawValue))
  }

  /// `hiring-manager` is `hiringManager`.
  private static func plain(_ text: String) -> String { SearchKey.words(text).joined() }

  private func interval(_ value: String, _ key: String) throws -> Interval {
    try Interval(value) ?? bad(value, key, SelectorTermReader.spans)
  }

  private func horizon(_ value: String) throws -> Interval {
    try Interval(value) ?? bad(value, "due", ["today"] + SelectorTermReader.spans + ["any"])
  }

  private func span(_ value: String, _ key: String) throws -> Selector.Span {
    if SearchKey.fold(value) == "any" { return .any }
    if let interval = Interval(value) { return .within(interval) }
    if let date = PartialDate(value), date.year != nil { return .during(date) }
    return try bad(value, key, ["2026", "2026-10", "2026-10-02"] + SelectorTermReader.spans + ["any"])
  }

  private static let spans = ["10d", "6w", "3mo", "1y"]

  private func bad<Value>(_ value: String, _ key: String, _ choices: [String]) throws -> Value {
    throw SelectorError(.badValue(value, key: key, choices: choices), at: column)
  }
}

extension String {
  /// Without so many scalars at its beginning.
  fileprivate func dropping(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst(count)))
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
