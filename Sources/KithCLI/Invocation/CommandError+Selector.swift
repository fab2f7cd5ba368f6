import KithCore

extension CommandError {
  /// What is wrong, and the line that was typed with a mark under it.
  init(_ error: SelectorError) {
    let (what, hint) = CommandError.words(for: error.problem)
    let place = error.column > 0 ? " (column \(error.column))" : ""
    self.init(what + place + CommandError.mark(error), hint: hint ?? "kith help selectors", code: .usage)
  }

  private static func words(for problem: SelectorError.Problem) -> (String, hint: String?) {
    switch problem {
    case .empty: ("a selector is empty", nil)
    case .noTerm(let place): ("a selector lacks a term \(place)", nil)
    case .unclosedQuote: ("a quotation mark is not closed", nil)
    case .unclosedGroup: ("a '(' is not closed", nil)
    case .closesNothing: ("a ')' closes nothing", nil)
    case .tooDeep: ("a selector is more than \(Selector.deepest) levels deep", nil)
    case .tooManyTerms: ("a selector has more than \(Selector.mostTerms) terms", nil)
    case .noValue(let key):
      (key == "@" ? "'@' lacks the name of a company" : "'\(shown(key)):' lacks a value", nil)
    case .unknownKey(let key):
      ("no selector '\(shown(key)):' and no field of that name; there are \(SelectorKeys.list)", nearest(key))
    case .badValue(let value, let key, let choices):
      ("'\(shown(value))' is no value of '\(key):'; it takes \(choices.joined(separator: ", "))", nil)
    case .unknownSaved(let name):
      ("no selector is saved as '\(shown(name))'", "kith selector list shows those there are")
    case .cycle(let names): ("saved selectors name each other: \(names.map(shown).joined(separator: ", "))", nil)
    }
  }

  private static func shown(_ text: String) -> String { TerminalText.cleaned(String(text.prefix(100))) }

  private static func nearest(_ key: String) -> String? {
    let near = SelectorKeys.all.compactMap { known in
      EditDistance.between(known, SearchKey.fold(key), atMost: 2).map { ($0, known) }
    }
    return near.min { $0 < $1 }.map { "did you mean '\($0.1):'?" }
  }

  /// Nothing where the line is too long to look at, or has what a terminal does not show.
  private static func mark(_ error: SelectorError) -> String {
    let characters = Array(error.typed.unicodeScalars)
    guard error.column > 0, error.column <= characters.count, characters.count <= 200,
      TerminalText.cleaned(error.typed) == error.typed
    else { return "" }
    let before = DisplayWidth.of(String(String.UnicodeScalarView(characters[..<(error.column - 1)])))
    return "\n  \(error.typed)\n  \(String(repeating: " ", count: before))^"
  }
}

/// The words before a colon.
enum SelectorKeys {
  static let all =
    ["kind", "tag", "company", "event", "tie", "via", "met", "idle", "due", "rejected", "saved"]
    + Selector.Field.allCases.map(\.rawValue)

  static let list = all.map { $0 + ":" }.joined(separator: " ") + ", @company, +tag"

  /// What a key takes where that is one of a few words.
  static func values(of key: String) -> [String] {
    switch key {
    case "kind": Entity.Kind.allCases.map(\.rawValue)
    case "tie":
      JobApplication.Involvement.Role.allCases.map(\.rawValue) + Selector.Connection.relations.map(\.rawValue)
    case "idle": ["30d", "90d", "6mo", "1y"]
    case "due": ["today", "7d", "1mo", "any"]
    case "met", "rejected": ["any", "30d", "1y"]
    default: Selector.Field(rawValue: key) == nil ? [] : ["any"]
    }
  }
}
